const place = document.getElementById('editor');
if (place) place.dataset['ready'] = 'true';
