// The contracts of the example, each told as its commands and how many days after its start they
// were given. The seed carries them out through the same door as everybody, at simulated times,
// so that every history is one that could have happened.

export type SeedStep = readonly [
  day: number,
  /** A party, or by name one of those who help. */
  by: 'client' | 'freelancer' | Helper,
  command: string,
  fields?: Readonly<Record<string, unknown>>,
];

export type Helper = 'ines' | 'lev';

export type Life = {
  readonly title: string;
  readonly client: string;
  readonly freelancer: string;
  readonly currency: string;
  /** Milestones by title, amount and, where agreed, the day on which each is due. */
  readonly plan: readonly (readonly [title: string, amount: string, due?: number])[];
  readonly scope?: string;
  /** How many days before now the offer was sent. */
  readonly ago: number;
  readonly fundFirst?: boolean;
  readonly steps: readonly SeedStep[];
};

/** Six equal numbers and a sentence. */
export function stars(number: number, comment?: string) {
  const six = ['skills', 'quality', 'availability', 'deadlines', 'communication', 'cooperation'];
  const numbers = Object.fromEntries(six.map((name) => [name, number]));
  return comment === undefined ? { stars: numbers } : { stars: numbers, comment };
}

const accept: SeedStep = [0.4, 'freelancer', 'accept_offer'];

/** Fund, submit, release: one milestone from beginning to end. */
export function paid(id: string, day: number, work = 6, review = 2): readonly SeedStep[] {
  return [
    [day, 'client', 'fund_milestone', { milestone: id }],
    [day + work, 'freelancer', 'submit_work', { milestone: id, note: 'Ready for you to look at.' }],
    [day + work + review, 'client', 'release_payment', { milestone: id }],
  ];
}

export function accepted(
  ...more: readonly (SeedStep | readonly SeedStep[])[]
): readonly SeedStep[] {
  const flat = more.flatMap((one) => (Array.isArray(one[0]) ? one : [one])) as SeedStep[];
  return [accept, ...flat];
}

export function funded(id: string, day: number): SeedStep {
  return [day, 'client', 'fund_milestone', { milestone: id }];
}

export function submitted(id: string, day: number, note: string): SeedStep {
  return [day, 'freelancer', 'submit_work', { milestone: id, note }];
}

export function ends(
  by: 'client' | 'freelancer',
  day: number,
  reason: string,
  feedback: ReturnType<typeof stars>,
  release?: string,
): SeedStep {
  const fields = { reason, feedback };
  return [day, by, 'end_contract', release === undefined ? fields : { ...fields, release }];
}

export function feedback(
  by: 'client' | 'freelancer',
  day: number,
  number: number,
  comment?: string,
): SeedStep {
  return [day, by, 'give_feedback', stars(number, comment)];
}
