// How much of the feedback somebody sees. Double-blind is a type: as long as it is sealed, the
// view has no place where the other side's words could stand, and nobody but the author's own
// content is ever looked up.
import { compare } from '../../money/money.ts';
import type { Party } from '../../people.ts';
import { type Contract, currencyOf, netPaid } from '../contract.ts';
import { feedbackCloses } from '../deadlines.ts';
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

export type SealedFeedbackView = Side<'none' | 'sealed'> & {
  readonly closes?: InstantText;
  /** What the viewer has given, in their own view alone. */
  readonly own?: FeedbackContent;
};

export type OpenFeedbackView = Side<'none' | 'given'> & {
  readonly closes?: InstantText;
  readonly revealed: InstantText;
  /** Whether everybody may read it: not when next to nothing was paid. */
  readonly public: boolean;
  readonly contents: Readonly<Partial<Record<Party, FeedbackContent>>>;
};

export type FeedbackView = SealedFeedbackView | OpenFeedbackView;

const parties: readonly Party[] = ['client', 'freelancer'];

/** Feedback as one viewer sees it. */
export function feedbackSeenBy(viewer: Viewer, c: Contract, texts: Texts): FeedbackView {
  const closes = feedbackCloses(c);
  const until = closes === null || c.feedback.closedAt !== null ? {} : { closes: `${closes}` };
  const { revealedAt } = c.feedback;
  if (revealedAt === null) return { ...sealed(viewer, c, texts), ...until };
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
  };
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

/** What everybody may read of it, on profiles and in searches; null until then. */
export function publicFeedback(
  c: Contract,
  texts: Texts,
): Readonly<Partial<Record<Party, FeedbackContent>>> | null {
  if (c.feedback.revealedAt === null || !isPublic(c)) return null;
  const view = feedbackSeenBy('moderator', c, texts);
  return 'contents' in view ? view.contents : null;
}
