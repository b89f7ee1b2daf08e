import type { EditorView } from 'prosemirror-view';
import { announce } from '../../announce';
import { newBlock } from '../../document/blocks';
import { insertHere } from '../../document/insert';
import { remember } from '../../fields/records';
import { wordsOf } from '../../server';
import type { MediaItem } from '../../story';
import { type OfferChange, offersKey } from './offers';
import type { PasteSetting } from './paste-plugin';

/** Brings pictures from the clipboard into the library and makes a picture block of each. The writer then says what it is there for. */
export async function pastePictures(files: readonly File[], view: EditorView, { catalogue, setting }: PasteSetting): Promise<void> {
  const faults: string[] = [];
  for (const file of files) {
    if (!setting.may('uploadPictures')) faults.push('You may not add pictures to the library.');
    else {
      announce(`Uploading ${file.name}`);
      const form = new FormData();
      form.append('file', file);
      form.append('credit', '');
      const answer = await setting.server.upload<MediaItem>('media', form);
      if (view.isDestroyed) return;
      if (answer.ok) {
        remember('media', answer.body.file, answer.body);
        view.dispatch(insertHere(view.state, [newBlock('image', catalogue, { media: answer.body.file })]).tr);
        announce('Picture added. Say what it is there for.');
      } else faults.push(wordsOf(answer));
    }
  }
  if (faults.length === 0) return;
  const findings = faults.map((message) => ({ kind: 'pictures' as const, message, passages: [], node: null }));
  view.dispatch(view.state.tr.setMeta(offersKey, { type: 'pasted', open: [], findings } satisfies OfferChange));
  announce(faults.join(' '));
}
