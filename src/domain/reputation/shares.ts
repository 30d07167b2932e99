// What each contract adds to a score, in whole points that sum to the score. Rounded by largest
// remainder: every exact share is cut down to the next whole number, and the points that are
// missing then go to those that lost most by it. Where the sum is below zero and the score is
// therefore 0, what takes away is scaled down to what gives.

/** A counted contract: weight in hundredths. */
export type Part = { readonly value: -1 | 0 | 1; readonly weight: number };

export type Sums = {
  readonly weight: bigint;
  readonly gained: bigint;
  readonly lost: bigint;
};

export function sumsOf(parts: readonly Part[]): Sums {
  let [weight, gained, lost] = [0n, 0n, 0n];
  for (const part of parts) {
    const own = BigInt(part.weight);
    weight += own;
    if (part.value === 1) gained += own;
    if (part.value === -1) lost += own;
  }
  return { weight, gained, lost };
}

/** max(0, Σ weight × value ÷ Σ weight) × 100, rounded half up. */
export function pointsOf({ weight, gained, lost }: Sums): number {
  if (gained <= lost) return 0;
  return Number((200n * (gained - lost) + weight) / (2n * weight));
}

type Cut = { readonly index: number; readonly whole: bigint; readonly rest: bigint };

/** Whole points, one a part, in the order of the parts; of equal remainders the first one gains. */
export function sharesOf(parts: readonly Part[]): readonly number[] {
  const sums = sumsOf(parts);
  const cuts = parts.map((part, index): Cut => ({ index, ...exact(part, sums) }));
  const shares = cuts.map(({ whole }) => Number(whole));
  let missing = pointsOf(sums) - shares.reduce((all, share) => all + share, 0);
  const neediest = [...cuts].sort((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  for (const { index } of neediest) {
    if (missing === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}

/**
 * An exact share as a whole number and a remainder of it, by one denominator for all parts: the
 * sum of weights, or where all that is lost is scaled to all that is gained, times what is lost.
 */
function exact({ value, weight }: Part, sums: Sums): { whole: bigint; rest: bigint } {
  const scaled = sums.lost > sums.gained;
  const by = scaled ? sums.weight * sums.lost : sums.weight;
  const own = 100n * BigInt(weight) * BigInt(value);
  const numerator = scaled ? own * (value === -1 ? sums.gained : sums.lost) : own;
  const cut = numerator / by;
  const whole = numerator % by < 0n ? cut - 1n : cut;
  return { whole, rest: numerator - whole * by };
}
