// Feedback that its subject has reported, for moderators: what it says and why it was reported,
// without the private note and without anything else of the contract. Newest first; what was
// flagged already stands below.
import type { Instant } from '../../domain/calendar.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import { type FeedbackContent, feedbackSeenBy } from '../../domain/contracts/seen/feedback.ts';
import type { Party } from '../../domain/people.ts';
import { type Looker, type Parties, partiesSeen } from '../people.ts';
import { atOneMoment, type Desk, present, storedContracts } from '../states.ts';
import { textsFor } from '../timeline.ts';

type Said = { readonly reason: string; readonly at: string };

export type ReportedFeedback = {
  readonly contract: string;
  readonly title: string;
  readonly parties: Parties;
  readonly author: Party;
  readonly content: FeedbackContent;
  readonly reported: Said;
  readonly flagged?: Said;
};

const mostAtOnce = 200;

/** Null for whoever is no moderator. */
export async function reportedFeedback(
  desk: Desk,
  looker: Looker,
  now: Instant,
): Promise<readonly ReportedFeedback[] | null> {
  if (!looker.roles.includes('moderator')) return null;
  return atOneMoment(desk, async (sql) => {
    const reported = `where c.id in (select stream from events where type = 'feedback_reported')
      order by c.latest_at desc, c.id limit ${mostAtOnce}`;
    const stored = await storedContracts(desk, sql, reported, []);
    const contracts = stored.map((one) => present(one, now).state);
    const people = contracts.flatMap(({ client, freelancer }) => [client, freelancer]);
    const person = await partiesSeen(sql, people);
    const found = await Promise.all(
      contracts.map(async (c) => {
        const texts = await textsFor(sql, 'moderator', c);
        const parties = { client: person(c.client), freelancer: person(c.freelancer) };
        return reportedIn(c, parties, feedbackSeenBy('moderator', c, texts));
      }),
    );
    return found.flat().sort((a, b) => Number(isJudged(a)) - Number(isJudged(b)));
  });
}

function isJudged({ flagged }: ReportedFeedback): boolean {
  return flagged !== undefined;
}

function reportedIn(
  c: Contract,
  parties: Parties,
  view: ReturnType<typeof feedbackSeenBy>,
): readonly ReportedFeedback[] {
  if (!('contents' in view)) return [];
  return (['client', 'freelancer'] as const).flatMap((author): ReportedFeedback[] => {
    const [content, reported] = [view.contents[author], view.reported?.[author]];
    if (content === undefined || reported === undefined) return [];
    const flagged = view.flagged?.[author];
    const judged = flagged === undefined ? {} : { flagged };
    return [
      { contract: c.id, title: c.terms.title, parties, author, content, reported, ...judged },
    ];
  });
}
