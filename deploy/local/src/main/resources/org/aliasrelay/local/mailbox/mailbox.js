// Replaces the list by a fresh one every few seconds, while somebody is looking.
'use strict';
const live = document.querySelector('[data-live]');
const EVERY_MS = 3000;

async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (fresh && fresh.innerHTML !== live.innerHTML) {
      const focused = document.activeElement?.getAttribute('href');
      live.replaceChildren(...fresh.childNodes);
      if (focused) {
        [...live.querySelectorAll('a')].find((a) => a.getAttribute('href') === focused)?.focus();
      }
    }
  } catch {
    // The local cloud is stopping or starting; the next round will tell.
  }
}

if (live) {
  setInterval(refresh, EVERY_MS);
  document.addEventListener('visibilitychange', refresh);
}
