// "What can I do?" about one contract, for the one who looks. It reads what the roads are worked
// out with (the reader's own balance and card, never the other side's) and the reader's score.
// Whoever may not know the contract gets null, exactly as for what does not exist.
import { type Advice, adviceFor, type Road } from '../domain/advice/advice.ts';
import { notNowView, roadView, situationView } from '../domain/advice/advice-seen.ts';
import type { AdviceView, ScoreView } from '../domain/advice/advice-view.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { ContractView } from '../domain/contracts/seen/view.ts';
import { nextSeen, seenBy } from '../domain/contracts/seen-by.ts';
import type { Given } from '../domain/given.ts';
import { accountKey, type GuardedKind } from '../domain/ledger/accounts.ts';
import { largest, type Money, money } from '../domain/money/money.ts';
import type { Party } from '../domain/people.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { factsOf, outcomeOf } from '../domain/reputation/outcomes.ts';
import { scoreOf } from '../domain/reputation/success-score.ts';
import { scoreRange } from '../domain/reputation/what-if.ts';
import { chargeableMethod } from '../domain/wallets/wallet.ts';
import type { Sql } from '../store/connection.ts';
import { readBalances } from '../store/ledger.ts';
import { foundFor } from './contract-room.ts';
import { actorOf, type Looker, type Parties, partiesSeen } from './people.ts';
import { type History, historyOf } from './reputation/history.ts';
import { atOneMoment, type Desk, forecast, presentWallet, unwritten } from './states.ts';
import { textsFor } from './timeline.ts';

export type ContractOptions = AdviceView & {
  readonly viewer: Viewer;
  readonly view: ContractView;
  readonly parties: Parties;
};

export type OptionsAsked = {
  readonly id: string;
  /** The policy in force: for new offers, and for the score. */
  readonly policy: Policy;
  readonly now: Instant;
};

export async function contractOptions(
  desk: Desk,
  looker: Looker,
  { id, policy, now }: OptionsAsked,
): Promise<ContractOptions | null> {
  return atOneMoment(desk, async (sql) => {
    const found = await foundFor(desk, sql, looker, id, now);
    if (found === null) return null;
    const { viewer, step } = found;
    const c = step.state;
    const texts = await textsFor(sql, viewer, c);
    const view = seenBy(viewer, c, texts, forecast(c, now), looker.id);
    if (view === null) return null;
    const given = await givenFor(desk, sql, { c, viewer, policy, now });
    const advice = adviceFor(c, actorOf(viewer, looker), given);
    const history = await historyFor(desk, sql, { c, viewer, policy, now });
    const person = await partiesSeen(sql, [c.client, c.freelancer]);
    return {
      ...{ viewer, view },
      parties: { client: person(c.client), freelancer: person(c.freelancer) },
      ...adviceSeen(advice, c, history),
    };
  });
}

function adviceSeen(advice: Advice, c: Contract, history: History | null): AdviceView {
  const { at, silence } = advice;
  const [first, ...also] = advice.situations;
  return {
    at: `${at}`,
    situations: [situationView(first), ...also.map(situationView)] as const,
    roads: advice.roads.map((road) => roadView(road, silence, scoreAfter(road, c, history))),
    notNow: advice.notNow.map(notNowView),
    silence: silence.map(nextSeen),
  };
}

type Asking = {
  readonly c: Contract;
  readonly viewer: Viewer;
  readonly policy: Policy;
  readonly now: Instant;
};

/** The reader's own means as they are; what the other side has is nobody else's to know. */
async function givenFor(desk: Desk, sql: Sql, asking: Asking): Promise<Given> {
  const { c, viewer, policy, now } = asking;
  const plenty = (currency: string): Money => money(largest * 1000n, currency);
  const own = async (party: Party): Promise<(currency: string) => Money> => {
    if (viewer !== party) return plenty;
    const available = await availableTo(desk, sql, asking, party);
    return (currency) => (currency === available.currency ? available : money(0n, currency));
  };
  const chargeable = async (party: Party): Promise<boolean> => {
    if (viewer !== party) return true;
    const wallet = await presentWallet(desk, sql, c[party], c.terms.currency, now);
    return chargeableMethod(wallet) !== undefined;
  };
  return {
    now,
    policy,
    clientAvailable: await own('client'),
    clientCanBeCharged: await chargeable('client'),
    freelancerAvailable: await own('freelancer'),
    freelancerCanBeCharged: await chargeable('freelancer'),
    former: null,
  };
}

/** As the ledger has it, with what silence has moved since and nobody has written. */
async function availableTo(desk: Desk, sql: Sql, asking: Asking, party: Party): Promise<Money> {
  const { c, now } = asking;
  const { currency } = c.terms;
  const kind: GuardedKind = `${party}.available`;
  const key = accountKey({ kind, owner: c[party], currency });
  const balances = await readBalances(sql, [key]);
  let minor = balances.get(key) ?? 0n;
  for (const { step } of await unwritten(desk, sql, c[party], currency, now)) {
    for (const { from, to, amount } of step.postings) {
      if (accountKey(to) === key) minor += amount.minor;
      if (accountKey(from) === key) minor -= amount.minor;
    }
  }
  return money(minor, currency);
}

async function historyFor(desk: Desk, sql: Sql, asking: Asking): Promise<History | null> {
  const { c, viewer, policy, now } = asking;
  const isParty = viewer === 'client' || viewer === 'freelancer';
  if (!isParty || c.acceptedAt === null) return null;
  return historyOf(desk, sql, { person: c[viewer], as: viewer, policy, now });
}

/** What a road makes of the reader's own score: by itself, or once the contract has ended. */
function scoreAfter(road: Road, c: Contract, history: History | null): ScoreView {
  if (history === null) return { is: 'same', now: null };
  const { outcomes, scoring, as, starsOf, now } = history;
  const before = scoreOf(outcomes, scoring, now).score;
  const ended = endedBy(road, c);
  if (ended !== null) {
    return rangeFor(ended.state, ended.when, history);
  }
  if (road.command.type === 'rehire') return { is: 'same', now: before };
  const then = road.now.step.state;
  if (c.feedback.revealedAt === null && then.feedback.revealedAt !== null) {
    // What the other side has written is sealed here too: it could be anything.
    return rangeFor(c, 'now', history);
  }
  const made = outcomeOf(then, as, starsOf);
  const others = outcomes.filter(({ contract }) => contract !== c.id);
  const after = scoreOf(made === null ? others : [...others, made], scoring, now).score;
  return after === before ? { is: 'same', now: before } : { is: 'moved', now: before, after };
}

function rangeFor(c: Contract, when: Ended['when'], history: History): ScoreView {
  const { outcomes, scoring, as, starsOf, now } = history;
  const facts = factsOf(c, as, starsOf);
  const { noFeedback, ...points } = scoreRange(outcomes, facts, scoring, now);
  return { is: 'range', when, ...points, no_feedback: noFeedback };
}

type Ended = { readonly when: 'now' | 'agreed' | 'silent'; readonly state: Contract };

function endedBy({ now, agreed, silent }: Road, c: Contract): Ended | null {
  if (c.status === 'ended') return null;
  const ways = { now, agreed, silent };
  for (const when of ['now', 'agreed', 'silent'] as const) {
    const state = ways[when]?.step.state;
    if (state?.status === 'ended' && state.id === c.id) return { when, state };
  }
  return null;
}
