// How much of the feedback somebody sees. Double-blind is a type: as long as it is sealed, the
// view has no place where the other side's words could stand, and nobody but the author's own
// content is ever looked up.
import { compare } from '../../money/money.ts';
import { otherParty, type Party, type TextRef } from '../../people.ts';
import { type Contract, currencyOf, netPaid } from '../contract.ts';
import { changeEnds, feedbackCloses } from '../deadlines.ts';
import type { InstantText } from './view.ts';

export type Viewer = Party | 'mediator' | 'moderator' | 'operator';

/** The text behind a reference, or null when it has been erased. */
export type Texts = (id: string) => string | null;

export type FeedbackContent = {
  readonly stars: Readonly<Record<string, number>>;
  readonly comment?: string;
  /** Only for its author and, once revealed, for its subject. */
  readonly private_note?: string;
};

type Side<S extends string> = Readonly<Record<Party, S>>;
type Some<T> = Readonly<Partial<Record<Party, T>>>;

/** What was said about feedback. A party stands for what this party has written. */
type Said = { readonly reason: string; readonly at: InstantText };

/** A change that its subject has allowed; `until` while it is possible. */
type Changes = Some<{ readonly allowed: InstantText; readonly until?: InstantText }>;

export type SealedFeedbackView = Side<'none' | 'sealed'> & {
  readonly closes?: InstantText;
  readonly changes?: Changes;
  /** What the viewer has given, in their own view alone. */
  readonly own?: FeedbackContent;
};

export type OpenFeedbackView = Side<'none' | 'given'> & {
  readonly closes?: InstantText;
  readonly revealed: InstantText;
  /** Whether everybody may read it: not when next to nothing was paid. */
  readonly public: boolean;
  readonly contents: Some<FeedbackContent>;
  readonly changes?: Changes;
  /** What each party answered to what was written about it. */
  readonly responses?: Some<{ readonly comment: string; readonly at: InstantText }>;
  /** Flagged by a moderator: it does not count, and the reason is public. */
  readonly flagged?: Some<Said>;
  /** For its subject and the moderators alone. */
  readonly reported?: Some<Said>;
};

export type FeedbackView = SealedFeedbackView | OpenFeedbackView;

const parties: readonly Party[] = ['client', 'freelancer'];

/** Feedback as one viewer sees it. */
export function feedbackSeenBy(viewer: Viewer, c: Contract, texts: Texts): FeedbackView {
  const closes = feedbackCloses(c);
  const until = closes === null || c.feedback.closedAt !== null ? {} : { closes: `${closes}` };
  const { revealedAt } = c.feedback;
  if (revealedAt === null) return { ...sealed(viewer, c, texts), ...until, ...changesSeen(c) };
  const contents: Partial<Record<Party, FeedbackContent>> = {};
  for (const author of parties) {
    const content = contentOf(c, author, texts);
    if (content !== null) contents[author] = readBy(viewer, author, content);
  }
  const state = (party: Party) => (c.feedback[party] === null ? 'none' : 'given');
  return {
    client: state('client'),
    freelancer: state('freelancer'),
    revealed: `${revealedAt}`,
    public: isPublic(c),
    contents,
    ...changesSeen(c),
    ...repliesSeen(viewer, c, texts),
  };
}

function changesSeen(c: Contract): { readonly changes?: Changes } {
  return some('changes', (author) => {
    const change = c.feedback.changes[author];
    if (change === null) return null;
    const until = change.over ? {} : { until: `${changeEnds(c, change.allowedAt)}` };
    return { allowed: `${change.allowedAt}`, ...until };
  });
}

/** Responses, and what moderators were told and said. An author is not told of a report. */
function repliesSeen(viewer: Viewer, c: Contract, texts: Texts) {
  const { responses, flagged, reported } = c.feedback;
  const said = (one: { readonly reason: TextRef; readonly at: unknown } | null) =>
    one && { reason: texts(one.reason.text) ?? '', at: `${one.at}` };
  return {
    ...some('responses', (party) => {
      const one = responses[party];
      return one && { comment: texts(one.comment.text) ?? '', at: `${one.at}` };
    }),
    ...some('flagged', (author) => said(flagged[author])),
    ...some('reported', (author) => {
      const concerned = viewer === 'moderator' || viewer === otherParty(author);
      return concerned ? said(reported[author]) : null;
    }),
  };
}

function some<K extends string, T>(key: K, of: (party: Party) => T | null) {
  const found = parties.flatMap((party) => {
    const one = of(party);
    return one === null ? [] : [[party, one] as const];
  });
  const all = found.length === 0 ? {} : { [key]: Object.fromEntries(found) };
  return all as { readonly [P in K]?: Some<T> };
}

function sealed(viewer: Viewer, c: Contract, texts: Texts): SealedFeedbackView {
  const state = (party: Party) => (c.feedback[party] === null ? 'none' : 'sealed');
  const states = { client: state('client'), freelancer: state('freelancer') } as const;
  if (viewer !== 'client' && viewer !== 'freelancer') return states;
  const own = contentOf(c, viewer, texts);
  return own === null ? states : { ...states, own };
}

/** The private note is for its author and its subject, and for nobody who looks on. */
function readBy(viewer: Viewer, author: Party, content: FeedbackContent): FeedbackContent {
  if (viewer === author || viewer === 'client' || viewer === 'freelancer') return content;
  const { private_note: _, ...open } = content;
  return open;
}

function contentOf(c: Contract, author: Party, texts: Texts): FeedbackContent | null {
  const given = c.feedback[author];
  const text = given === null ? null : texts(given.sealed.text);
  return text === null ? null : (JSON.parse(text) as FeedbackContent);
}

/** Whether others than the two may read it, once it is revealed: enough was paid, net. */
export function isPublic(c: Contract): boolean {
  const minimum = c.terms.policy.currencies[currencyOf(c)]?.minNetPaid;
  return minimum !== undefined && compare(netPaid(c), minimum) >= 0;
}

/**
 * What everybody may read of it, on profiles and in searches, with responses and flags; null until
 * then.
 */
export function publicFeedback(
  c: Contract,
  texts: Texts,
): Pick<OpenFeedbackView, 'contents' | 'responses' | 'flagged'> | null {
  if (c.feedback.revealedAt === null || !isPublic(c)) return null;
  const view = feedbackSeenBy('operator', c, texts);
  if (!('contents' in view)) return null;
  const { contents, responses = {}, flagged = {} } = view;
  return { contents, responses, flagged };
}
