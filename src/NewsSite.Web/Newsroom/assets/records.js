// Forms of registers: a slug is proposed while the name is typed, and a field suggests what a search finds. Both work without this.

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
    let asked = 0;
    const suggest = async () => {
        const mine = ++asked;
        await new Promise((done) => setTimeout(done, 150));
        if (mine !== asked) return;
        const answer = await fetch(field.dataset.suggest + encodeURIComponent(field.value), { headers: { accept: 'application/json' } }).catch(() => null);
        if (!answer?.ok || mine !== asked) return;
        const { items } = await answer.json();
        if (mine !== asked) return;
        list.replaceChildren(...items.map((item) => Object.assign(document.createElement('option'), { value: item.file, label: item.credit ? `${item.file} (${item.credit})` : item.file })));
    };
    field.addEventListener('input', suggest);
    field.addEventListener('focus', suggest, { once: true });
}
