import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'quote',
  key: 'Q',
  rows: [['leadIn'], ['person'], ['name', 'role'], ['source', 'page'], ['words']],
  words: ['leadIn', 'words'],
  first: 'words',
  fromWords: (paragraphs) => ({ words: paragraphs }),
  // Words are a person's or a document's; what is already filled in always stays in sight.
  shows: (field, fields) => {
    if (fields[field] !== undefined) return true;
    if (field === 'page') return fields['source'] !== undefined;
    if (field === 'source') return fields['person'] === undefined && fields['name'] === undefined;
    return fields['source'] === undefined || !['person', 'name', 'role'].includes(field);
  },
};
