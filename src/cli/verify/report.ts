// What was found about a bundle: what holds, what is open because the bundle does not show it, and
// what differs, each thing by the entry that it is about.

export type Difference = { readonly about: string; readonly says: string };

export type Report = {
  readonly holds: string[];
  readonly open: string[];
  readonly differs: Difference[];
};

export function report(): Report {
  return { holds: [], open: [], differs: [] };
}

/** Runs a check; its sentence stands only when it found nothing. */
export function holdsUnless(
  found: Report,
  sentence: string,
  check: (differs: (about: string, says: string) => void) => void,
): void {
  const before = found.differs.length;
  check((about, says) => found.differs.push({ about, says }));
  if (found.differs.length === before) found.holds.push(sentence);
}

/** "1 file", "3 files". */
export function count(number: number, one: string, several = `${one}s`): string {
  return number === 1 ? `1 ${one}` : `${number} ${several}`;
}
