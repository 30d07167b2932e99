// What the API answers, written out: previews, accepted commands, rooms and lists. Contracts and
// events leave in the forms that the core lets out (seenBy, seenEvent), with a sentence beside
// what people ask about; nothing is worked out here a second time.
import type { Can } from '../domain/contracts/allowed.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { Happened } from '../domain/contracts/events.ts';
import type { Texts, Viewer } from '../domain/contracts/seen/feedback.ts';
import { factsSeen, isMoney } from '../domain/contracts/seen/parts.ts';
import type { ContractView } from '../domain/contracts/seen/view.ts';
import { seenBy } from '../domain/contracts/seen-by.ts';
import { seenEvent } from '../domain/contracts/seen-event.ts';
import type { Posting } from '../domain/ledger/postings.ts';
import { toDecimal } from '../domain/money/money.ts';
import type { WalletEvent } from '../domain/wallets/events.ts';
import type { ContractPreview, WalletPreview } from '../engine/requests.ts';
import type { ContractRoom } from '../reads/contract-room.ts';
import type { ContractCard, NeedOfMine } from '../reads/my-contracts.ts';
import { namesOf, type Parties } from '../reads/people.ts';
import type { SeenAs, TimelineEntry } from '../reads/timeline.ts';
import { eventSentence } from '../words/events.ts';
import { forecastSentence } from '../words/forecast.ts';
import { exactSceneOf, type Scene } from '../words/scene.ts';
import { stateSentence } from '../words/states.ts';

/** Moments in sentences are told in UTC; programs have the instants beside them. */
function sceneFor(view: ContractView, viewer: Viewer, parties: Parties, now: Temporal.Instant) {
  return exactSceneOf(view, { viewer, names: namesOf(parties), zone: 'UTC', now });
}

function withSentences(view: ContractView, scene: Scene) {
  return {
    ...view,
    says: stateSentence(view, scene),
    next: view.next.map((next) => ({ ...next, says: forecastSentence(next, scene) })),
  };
}

function partiesAnswer(parties: Parties) {
  const one = ({ id, name, timeZone, city }: Parties['client']) => ({
    id,
    name,
    time_zone: timeZone,
    city,
  });
  return { client: one(parties.client), freelancer: one(parties.freelancer) };
}

function canAnswer(can: Can) {
  return Object.fromEntries(
    Object.entries(can).map(([name, allowed]) => [
      name,
      allowed === true ? true : { ...allowed, facts: factsSeen(allowed.facts) },
    ]),
  );
}

export function roomAnswer(room: ContractRoom, now: Temporal.Instant) {
  const scene = sceneFor(room.view, room.viewer, room.parties, now);
  return {
    ...withSentences(room.view, scene),
    you: room.viewer,
    parties: partiesAnswer(room.parties),
    can: canAnswer(room.can),
  };
}

export function entryAnswer(entry: TimelineEntry, scene: Scene) {
  return { ...entry.event, says: eventSentence(entry.event, scene), movements: entry.movements };
}

export function sceneOfRoom(room: ContractRoom, now: Temporal.Instant): Scene {
  return sceneFor(room.view, room.viewer, room.parties, now);
}

export function cardAnswer({ party, view, parties, needs }: ContractCard, now: Temporal.Instant) {
  const { id, status, terms, money, latest } = view;
  const scene = sceneFor(view, party, parties, now);
  return {
    id,
    title: terms.title,
    status,
    you: party,
    parties: partiesAnswer(parties),
    currency: terms.currency,
    money,
    latest,
    says: stateSentence(view, scene),
    needs: needs.map((need) => needOnly(need, scene)),
  };
}

function needOnly({ what, command, subject, next }: ContractCard['needs'][number], scene: Scene) {
  const told = next === null ? null : { ...next, says: forecastSentence(next, scene) };
  return { what, command, subject: subject ?? null, next: told };
}

export function needAnswer(need: NeedOfMine, now: Temporal.Instant) {
  const { view, parties, party } = need.card;
  const scene = sceneFor(view, party, parties, now);
  const contract = { id: view.id, title: view.terms.title, you: party };
  return { ...needOnly(need, scene), contract };
}

const movement = ({ from, to, amount }: Posting) => ({
  from: from.kind,
  to: to.kind,
  amount: toDecimal(amount),
});

/** A preview of a command on a contract, for whoever asked for it. `stored` are its texts. */
export function previewAnswer(preview: ContractPreview, { viewer, person }: SeenAs, stored: Texts) {
  const texts: Texts = (id) => preview.texts.get(id) ?? stored(id);
  const { before, after, forecastBefore, forecastAfter } = preview;
  const seen = (c: Contract | null, forecast: typeof forecastAfter) =>
    c === null ? null : seenBy(viewer, c, texts, forecast, person);
  const view = seen(after, forecastAfter);
  return {
    promise: preview.promise,
    until: `${preview.until}`,
    at: `${preview.at}`,
    events: preview.events.flatMap((event) => seenEvent(viewer, after, event, texts, person) ?? []),
    postings: preview.postings.map(movement),
    money: view?.money ?? null,
    next: view?.next ?? [],
    before: seen(before, forecastBefore),
    after: view,
  };
}

export function walletPreviewAnswer(preview: WalletPreview) {
  return {
    promise: preview.promise,
    until: `${preview.until}`,
    at: `${preview.at}`,
    events: preview.events.map(walletEventAnswer),
    postings: preview.postings.map(movement),
  };
}

/** An event of a wallet; what the payment provider knows a method by stays inside. */
export function walletEventAnswer({ seq, at, by, as, event }: Happened<WalletEvent>) {
  return { seq, at: `${at}`, by, as, ...(plain(event) as object) };
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return toDecimal(value);
  const open = Object.entries(value).filter(([key]) => key !== 'token');
  return Object.fromEntries(open.map(([key, item]) => [key, plain(item)]));
}
