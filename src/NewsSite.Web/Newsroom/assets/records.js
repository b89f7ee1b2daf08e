// Forms of registers: a slug is proposed while the name is typed, a field suggests what a search finds, a chosen picture is shown,
// and a time in words is told back. All of it works without this.

const slugOf = (text) => text.replace(/['’]/g, '').normalize('NFKD').toLowerCase().replace(/\p{Mn}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80).replace(/-$/, '');

for (const slug of document.querySelectorAll('[data-slug-of]:not([data-slug-of=""])')) {
    const name = document.getElementById(slug.dataset.slugOf);
    if (!name) continue;
    let isOwn = slug.value !== '';
    slug.addEventListener('input', () => { isOwn = slug.value !== ''; });
    name.addEventListener('input', () => { if (!isOwn) slug.value = slugOf(name.value); });
}

for (const field of document.querySelectorAll('[data-suggest]:not([data-suggest=""])')) {
    const list = document.getElementById(field.getAttribute('list'));
    const preview = document.getElementById(`${field.id}-preview`);
    const picture = preview?.querySelector('img') ?? Object.assign(document.createElement('img'), { alt: 'The chosen picture' });
    const thumbs = new Map(picture.dataset.file ? [[picture.dataset.file, picture.getAttribute('src')]] : []);
    const show = () => {
        const thumb = thumbs.get(field.value.trim());
        if (!thumb) { picture.remove(); return; }
        picture.src = thumb;
        preview?.prepend(picture);
    };
    let asked = 0;
    const suggest = async () => {
        const mine = ++asked;
        await new Promise((done) => setTimeout(done, 150));
        if (mine !== asked) return;
        const answer = await fetch(field.dataset.suggest + encodeURIComponent(field.value), { headers: { accept: 'application/json' } }).catch(() => null);
        if (!answer?.ok || mine !== asked) return;
        const { items } = await answer.json();
        if (mine !== asked) return;
        for (const item of items) thumbs.set(item.file, item.thumb);
        show();
        list.replaceChildren(...items.map((item) => Object.assign(document.createElement('option'), { value: item.file, label: item.credit ? `${item.file} (${item.credit})` : item.file })));
    };
    field.addEventListener('input', () => { show(); suggest(); });
    field.addEventListener('focus', suggest, { once: true });
}

for (const words of document.querySelectorAll('[data-moment]')) {
    const line = document.getElementById(`${words.id}-line`);
    const [day, time] = ['day', 'time'].map((part) => document.getElementById(`${words.dataset.moment}-${part}`));
    const before = line.textContent;
    let asked = 0;
    const tell = async () => {
        const mine = ++asked;
        if (words.value.trim() === '') { line.textContent = before; return; }
        await new Promise((done) => setTimeout(done, 250));
        if (mine !== asked) return;
        const answer = await fetch(`/newsroom/api/times?text=${encodeURIComponent(words.value)}`, { headers: { accept: 'application/json' } }).catch(() => null);
        const told = await answer?.json().catch(() => null);
        if (mine !== asked || !told) return;
        if (!answer.ok) { line.textContent = told.detail ?? before; return; }
        line.textContent = told.change && !told.instant ? told.change.words : `${told.spoken}, ${told.away}`;
        [day.value, time.value] = told.at.split(' ');
    };
    words.addEventListener('input', tell);
    // Whoever chooses in the calendar does not mean the words any more.
    for (const input of [day, time]) input.addEventListener('input', () => { asked++; words.value = ''; line.textContent = before; });
}
