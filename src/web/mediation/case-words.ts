// A case in words, for mediators: what it is about without saying whose it is, what is wanted, how
// long it has been waiting.
import type { CaseCard } from '../../reads/mediation/cases.ts';
import { formatAmount } from '../../words/money.ts';
import { counted } from '../../words/scene.ts';
import { durationText } from '../../words/time.ts';

/** "Escrow of two milestones, $700.00" */
export function caseTitle({ about, milestones, amount, currency }: CaseCard): string {
  const what = about === 'paid' ? 'Payments already made' : moneyOf(milestones);
  return `${what}, ${formatAmount(amount, currency)}`;
}

function moneyOf(milestones: number): string {
  return milestones < 2 ? 'Money held' : `Money held for ${counted(milestones, 'milestone')}`;
}

export function wantedText({ wants, status }: CaseCard): string {
  if (wants === 'recommendation') return 'Waits for a recommendation';
  if (wants === 'ruling') return 'Waits for a ruling';
  return stageText[status];
}

const stageText: Readonly<Record<CaseCard['status'], string>> = {
  open: 'Waits for the other side',
  mediation: 'The two have to answer',
  arbitration: 'The two can pay for a ruling',
  settled: 'Settled',
  decided: 'Decided',
  withdrawn: 'Withdrawn',
};

export function isOver({ status }: CaseCard): boolean {
  return status === 'settled' || status === 'decided' || status === 'withdrawn';
}

/** "2 days", "5 hours", "a few minutes" */
export function waitedText(since: string, now: Temporal.Instant): string {
  const waited = now.since(Temporal.Instant.from(since));
  const [days, hours] = [Math.floor(waited.total('hours') / 24), Math.floor(waited.total('hours'))];
  if (hours < 1) return 'less than an hour';
  return durationText(Temporal.Duration.from(days > 0 ? { days } : { hours }));
}

/** What silence does at the stage's end, told to whoever could prevent it. */
export function caseSilence({ wants, about }: CaseCard): string {
  if (wants === 'ruling') return 'Without a ruling by then the money is halved.';
  return about === 'paid'
    ? 'Without a recommendation by then everything stays as it is.'
    : 'Without a recommendation by then mediation has failed.';
}
