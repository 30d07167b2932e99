// A new account begins in the zone of the browser instead of UTC. The server cannot know it; what
// a person has chosen themselves is never changed.

export function guessZone(): void {
  document.addEventListener('turbo:load', guess);
  guess();
}

function guess(): void {
  const zones = document.querySelector<HTMLSelectElement>('form[action="/sign-up"] #time_zone');
  if (zones === null || zones.value !== 'UTC' || zones.dataset.guessed !== undefined) return;
  zones.dataset.guessed = '';
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zones.options].some(({ value }) => value === here)) zones.value = here;
}
