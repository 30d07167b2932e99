// Deadlines that count down while a page is open. The server's clock is the only clock: the page
// names it (meta "endwell-now"), the browser adds what has passed since. In evaluation mode that
// clock may be days away from the browser's, but it never goes backwards; neither does this.
import { leftText, SOON_MS } from '../../words/left.ts';

const TICK_MS = 15_000;
let known = { serverMs: 0, at: 0 };

export function countDown(): void {
  document.addEventListener('turbo:load', refresh);
  setInterval(refresh, TICK_MS);
  refresh();
}

function refresh(): void {
  const now = serverNow();
  if (now === 0) return;
  for (const line of document.querySelectorAll<HTMLElement>('.deadline')) {
    const time = line.querySelector('time');
    const left = line.querySelector('.left');
    if (time === null || left === null) continue;
    const ms = Date.parse(time.dateTime) - now;
    left.textContent = leftText(ms);
    line.classList.toggle('soon', ms > 0 && ms < SOON_MS);
  }
}

/** A page out of Turbo's cache names a moment that is over; the latest one known counts. */
function serverNow(): number {
  const named = document.querySelector<HTMLMetaElement>('meta[name="endwell-now"]')?.content;
  const fresh = named === undefined ? 0 : Date.parse(named);
  const current = known.serverMs === 0 ? 0 : known.serverMs + (performance.now() - known.at);
  if (fresh > current) known = { serverMs: fresh, at: performance.now() };
  return Math.max(fresh, current);
}
