// A story as people read it: who is in it, what happened when, what was looked at and what it
// said. It speaks with the sentences of the product, at exact moments in UTC, and names nobody by
// an id, so that the same story always reads the same.
import type { NotAllowed } from '../../domain/contracts/allowed.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import type { FeedbackContent, Texts, Viewer } from '../../domain/contracts/seen/feedback.ts';
import { factsSeen } from '../../domain/contracts/seen/parts.ts';
import type { ContractView, MilestoneView, NextView } from '../../domain/contracts/seen/view.ts';
import { seenBy } from '../../domain/contracts/seen-by.ts';
import { type SeenEvent, seenEvent } from '../../domain/contracts/seen-event.ts';
import type { Foreseen } from '../../domain/forecast.ts';
import { toDecimal } from '../../domain/money/money.ts';
import type { PersonId } from '../../domain/people.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import type { Wallet } from '../../domain/wallets/wallet.ts';
import type { ContractPreview, WalletPreview } from '../../engine/requests.ts';
import { commandHint, commandPhrase, hasWords, insteadSentence } from '../../words/commands.ts';
import { effectLines } from '../../words/effects.ts';
import { eventNote, eventSentence } from '../../words/events.ts';
import { accountName, deadlineName, forecastSentence } from '../../words/forecast.ts';
import { walletEventSentence } from '../../words/ledger/wallet-events.ts';
import { untilLongSilence } from '../../words/long-silence.ts';
import { formatAmount } from '../../words/money.ts';
import { rejectionSentence } from '../../words/rejections.ts';
import { exactSceneOf, listed, type Scene } from '../../words/scene.ts';
import { stateSentence } from '../../words/states.ts';
import { deadlineText } from '../../words/time.ts';
import type { Story } from './story-file.ts';

export type Line = { readonly at: Temporal.Instant; readonly text: string };

/** Title, plot, rules and people. */
export function opening(story: Story, policy: Policy): string {
  const about = story.about === null ? [] : wrapped(story.about);
  const rules = `Rules: ${policy.name}, version ${policy.version}.`;
  const people = story.people.map((person) => {
    const roles = person.roles.length === 0 ? ['guest'] : person.roles;
    const is = `${person.name} is ${listed(roles.map(withArticle))}`;
    if (person.funds === null) return `${is}${cardText(person.card, ' with')}.`;
    const funds = formatAmount(person.funds, person.currency);
    return `${is} with ${funds}${cardText(person.card === 'ok' ? null : person.card, ' and')}.`;
  });
  return [
    story.name,
    '='.repeat([...story.name].length),
    ...about,
    '',
    rules,
    people.join(' '),
  ].join('\n');
}

/** The plot in lines of at most 88 columns. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1);
    const fits = line !== undefined && line.length + word.length < 88;
    if (fits) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function withArticle(role: string): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`;
}

function cardText(card: string | null, joint: string): string {
  if (card === 'ok') return `${joint} a card`;
  if (card === 'declines') return `${joint} a card that declines`;
  return card === 'unverified' ? `${joint} a card that is not verified` : '';
}

/** Lines under their moments. */
export function transcript(lines: readonly Line[]): string {
  const out: string[] = [];
  let shown: string | null = null;
  for (const { at, text } of lines) {
    const moment = `${at}`;
    if (moment !== shown) out.push('', momentText(at));
    shown = moment;
    out.push(...text.split('\n').map((line) => `  ${line}`));
  }
  return out.join('\n');
}

/** "Mon 2 Mar 2026, 09:00 UTC"; a midnight ends the day before it. */
export function momentText(at: Temporal.Instant): string {
  return deadlineText(at, 'UTC', at).local;
}

/** How somebody sees a contract, and what to call everything in it. */
export type Look = { readonly view: ContractView; readonly scene: Scene };

export type Cast = { readonly client: string; readonly freelancer: string };

export function lookOf(
  viewer: Viewer,
  contract: Contract,
  texts: Texts,
  forecast: readonly Foreseen[],
  names: Cast,
  now: Temporal.Instant,
  person: PersonId | null = null,
): Look | null {
  const view = seenBy(viewer, contract, texts, forecast, person);
  if (view === null) return null;
  const reader = { viewer, names, zone: 'UTC', now };
  return { view, scene: exactSceneOf(view, reader) };
}

/** What happened, and in quotation marks what was written with it. */
export function eventLine(
  happened: Happened<ContractEvent>,
  contract: Contract,
  texts: Texts,
  scene: Scene,
): string {
  const event = seenEvent('operator', contract, happened, texts);
  if (event === null) return '';
  // What was said in a dispute is for the two sides, whom a transcript speaks for.
  const inside = seenEvent('client', contract, happened, texts);
  const note = eventNote(event) ?? (inside === null ? null : eventNote(inside));
  const sentence = eventSentence(event, scene);
  return note === null ? sentence : `${sentence} “${note}”`;
}

export function walletLine(event: WalletEvent, wallet: Wallet, owner: string): string {
  return walletEventSentence(event, wallet, owner);
}

/** What somebody is told who looks: the state, and of the forecast what the story asks about. */
export function lookLines(who: string, look: Look, expected: unknown): readonly string[] {
  const { view, scene } = look;
  const asked = typeof expected === 'object' && expected !== null ? Object.keys(expected) : [];
  const lines = [`${who} reads: ${stateSentence(view, scene)}`];
  if (asked.includes('next')) lines.push(...nextLines(view.next, scene));
  if (asked.includes('milestones')) lines.push(milestonesLine(view, scene));
  if (asked.includes('money')) lines.push(moneyLine(view, scene));
  if (asked.includes('feedback')) lines.push(feedbackLine(view, scene));
  return lines;
}

function nextLines(next: readonly NextView[], scene: Scene): readonly string[] {
  if (next.length === 0) return ['  Nothing more happens by itself.'];
  return untilLongSilence(next).map((one) => `  ${forecastSentence(one, scene)}`);
}

function milestonesLine(view: ContractView, scene: Scene): string {
  const all = Object.values(view.milestones).map(({ title, status, amount }) => {
    return `“${title}”, ${formatAmount(amount, scene.currency)}, is ${statusNames[status]}`;
  });
  return `  ${all.join('; ')}.`;
}

const statusNames: Readonly<Record<MilestoneView['status'], string>> = {
  planned: 'planned',
  funding: 'being funded',
  funded: 'funded',
  submitted: 'under review',
  released: 'released',
  refunded: 'refunded',
  void: 'void',
};

const moneyNames = {
  escrow: 'held',
  held: 'held by a dispute',
  paid: 'paid',
  fees: 'freelancer fee',
  client_fees: 'client fee',
  returned: 'returned',
  refunded: 'refunded',
} as const;

const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

function moneyLine(view: ContractView, scene: Scene): string {
  const entries = Object.entries(moneyNames) as [keyof typeof moneyNames, string][];
  const parts = entries
    .filter(
      ([key]) => /[1-9]/.test(view.money[key]) || (key === 'escrow' && isZero(view.money.held)),
    )
    .map(([key, name]) => `${formatAmount(view.money[key], scene.currency)} ${name}`);
  return `  Money: ${parts.join(', ')}.`;
}

function feedbackLine(view: ContractView, scene: Scene): string {
  const { feedback } = view;
  const closes =
    feedback.closes === undefined ? '' : ` It closes on ${scene.when(feedback.closes)}.`;
  const sides = (['client', 'freelancer'] as const).map((party) => {
    const open = 'contents' in feedback ? feedback.contents[party] : undefined;
    const said = open === undefined ? feedback[party] : openText(open);
    return `Feedback of ${scene.names[party]}: ${said}${said.endsWith('”') ? '' : '.'}`;
  });
  return `  ${sides.join(' ')}${closes}`;
}

/** "4.0 stars, “Fine work.”" */
function openText({ stars, comment }: FeedbackContent): string {
  const numbers = Object.values(stars);
  const average = numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
  const words = comment === undefined ? '' : `, “${comment}”`;
  return `${average.toFixed(1)} stars${words}`;
}

/** What a command would do, without doing it. */
export function previewLines(
  who: string,
  name: string,
  preview: ContractPreview | WalletPreview,
  look: (contract: Contract, forecast: readonly Foreseen[]) => Look | null,
): readonly string[] {
  const hint = name === 'end_contract' || !hasWords(name) ? [] : [`  ${commandHint(name)}`];
  const opened = [`If ${who} were to ${commandPhrase(name)} now:`, ...hint];
  if (!('forecastAfter' in preview)) return [...opened, ...walletMoves(who, preview)];
  const after = look(preview.after, preview.forecastAfter);
  const before = preview.before === null ? null : look(preview.before, preview.forecastBefore);
  if (after === null) return opened;
  const events = preview.events.flatMap((one) => seen(one, preview));
  const postings = preview.postings.map(({ from, to, amount }) => {
    return { from: from.kind, to: to.kind, amount: toDecimal(amount) };
  });
  const words = { events, postings, before: before?.view.next ?? [], after: after.view.next };
  const lines = effectLines(words, after.scene);
  return [
    ...opened,
    ...lines.money.map(({ from, to, amount }) => `  ${amount}: ${from} → ${to}.`),
    ...(lines.money.length === 0 ? ['  No money moves.'] : []),
    ...lines.begins.map(({ sentence }) => `  ${sentence}`),
    ...lines.ends.map((next) => endsLine(next, after.scene)),
  ];
}

function walletMoves(who: string, { after, postings }: WalletPreview): readonly string[] {
  const scene = bareScene(after.currency, who);
  if (postings.length === 0) return ['  No money moves yet.'];
  return postings.map(({ from, to, amount }) => {
    const [source, target] = [accountName(from.kind, scene), accountName(to.kind, scene)];
    return `  ${formatAmount(toDecimal(amount), amount.currency)}: ${source} → ${target}.`;
  });
}

function seen(one: Happened<ContractEvent>, preview: ContractPreview): readonly SeenEvent[] {
  const texts = (id: string) => preview.texts.get(id) ?? null;
  const event = seenEvent('operator', preview.after, one, texts);
  return event === null ? [] : [event];
}

function endsLine(next: NextView, scene: Scene): string {
  const name = deadlineName(next.what, next.subject, scene);
  return `  No longer: ${name}, ${scene.when(next.at)}.`;
}

/** Somebody who cannot do something is told why, and what to do instead. */
export function refusalLine(who: string, name: string, refused: NotAllowed, scene: Scene): string {
  const { viewer, names } = scene;
  const others = { client: names.freelancer, freelancer: names.client } as const;
  const other = viewer === 'client' || viewer === 'freelancer' ? { other: others[viewer] } : {};
  const facts = factsSeen(refused.facts);
  const about = { currency: scene.currency, when: scene.when, titles: scene.titles, ...other };
  const why = rejectionSentence({ rejected: refused.not, facts }, about);
  const instead = insteadSentence(refused.instead ?? []);
  return [`${who} cannot ${commandPhrase(name)}: ${why}`, instead].filter(Boolean).join(' ');
}

/** The words around what is about no contract: only a currency and a name. */
export function bareScene(currency: string, who = ''): Scene {
  const names = { client: who || 'the client', freelancer: who || 'the freelancer' };
  const fees = { freelancer: '', client: '' };
  const when = (at: string) => at;
  return { viewer: 'operator', names, currency, titles: {}, fees, now: '', when };
}
