// The shapes of what the API answers, for its OpenAPI document. A test reads real answers with
// them, strictly, so that they say what is so.
import { z } from 'zod';
import { problemShape } from '../wire/problem.ts';
import { charges, dispute, dormancy, requests } from './beside-schemas.ts';
import { amount, instant, movement, party, says, viewer } from './schema-parts.ts';

export { statement, wallet, wallets } from './money-schemas.ts';

const person = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    time_zone: z.string(),
    city: z.string().nullable(),
  })
  .meta({ id: 'Party' });
const parties = z.strictObject({ client: person, freelancer: person });

const deadline = z.strictObject({
  what: z.string().meta({ example: 'review_ends' }),
  at: instant,
  subject: z.string().optional().meta({ description: 'A milestone, a charge, an earning.' }),
  who_can_act: z.array(party),
  effect: z.strictObject({
    events: z.array(z.string()),
    postings: z.array(movement),
    overdue: z.literal(true).optional().meta({ description: 'The milestone is then overdue.' }),
  }),
});
const next = deadline.extend({ says }).meta({
  id: 'Deadline',
  description: 'What happens if nobody acts. It assumes that charges succeed.',
});
export const silentNext = deadline.meta({ id: 'SilentDeadline' });

/** An event in the form in which the viewer may know it; its other fields depend on its type. */
export const event = z
  .looseObject({
    seq: z.int(),
    at: instant,
    by: z.string().nullable(),
    as: z.string(),
    type: z.string().meta({ example: 'payment_released' }),
  })
  .meta({ id: 'Event' });
export const toldEvent = event
  .extend({ says, movements: z.array(movement) })
  .meta({ id: 'TimelineEvent', description: 'An event with the money that it moved.' });

const milestoneTerms = z
  .strictObject({ id: z.string(), title: z.string(), amount, due: instant.nullable() })
  .meta({ id: 'MilestoneTerms' });
const terms = z.strictObject({
  version: z.int(),
  title: z.string(),
  kind: z.literal('fixed'),
  currency: z.string(),
  scope: z.string().optional(),
  starts: instant.optional(),
  fund_first: z.boolean(),
});

const milestone = z
  .strictObject({
    title: z.string(),
    status: z.enum([
      ...['planned', 'funding', 'funded', 'submitted', 'released', 'refunded', 'void'],
    ] as const),
    amount,
    escrow: amount,
    held: amount,
    released: amount,
    returned: amount,
    moved: amount,
    due: instant.nullable(),
    agreed: z.boolean(),
    changes_requested: z.int(),
    submitted: instant.optional(),
    review_ends: instant.optional(),
    overdue_since: instant.optional(),
    waiting_for: z.strictObject({ party, since: instant }).optional(),
  })
  .meta({ id: 'Milestone' });

export const money = z
  .strictObject({
    escrow: amount,
    held: amount,
    under_review: amount,
    paid: amount,
    returned: amount,
    refunded: amount,
    fees: amount,
    client_fees: amount,
  })
  .meta({ id: 'MoneyOfContract' });

const proposal = z.strictObject({
  status: z.enum(['open', 'approved', 'declined', 'lapsed', 'withdrawn']),
  by: party,
  at: instant,
  amount: amount.optional(),
  answer_by: instant.optional(),
  note: z.string().optional(),
});
const change = proposal.extend({
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().optional(),
      amount: amount.optional(),
      due: instant.nullable().optional(),
    }),
  ),
  remove: z.array(z.string()),
  scope: z.string().optional(),
});

const review = z.strictObject({
  stars: z.record(z.string(), z.int()),
  comment: z.string().optional(),
  private_note: z.string().optional(),
});
const given = z.enum(['none', 'sealed', 'given']);
const allowed = z.strictObject({ allowed: instant, until: instant.optional() });
const response = z.strictObject({ comment: z.string(), at: instant });
const said = z.strictObject({ reason: z.string(), at: instant });
const ofParties = <S extends z.ZodType>(shape: S) =>
  z.strictObject({ client: shape.optional(), freelancer: shape.optional() }).optional();
const feedback = z
  .strictObject({
    client: given,
    freelancer: given,
    closes: instant.optional(),
    own: review.optional().meta({ description: 'What you have given, while it is sealed.' }),
    revealed: instant.optional(),
    public: z.boolean().optional(),
    contents: ofParties(review),
    changes: ofParties(allowed),
    responses: ofParties(response),
    flagged: ofParties(said).meta({ description: 'Does not count; the reason is public.' }),
    reported: ofParties(said).meta({ description: 'For its subject and the moderators.' }),
  })
  .meta({ id: 'Feedback', description: 'Sealed feedback of the other side is in no answer.' });

const policy = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    hash: z.string(),
    offer: z.strictObject({ expires: z.string(), counter: z.boolean() }),
    change: z.strictObject({ answer: z.string() }),
    milestone: z.strictObject({
      min: amount,
      max_funded: z.int(),
      edit: z.enum(['mutual', 'client']),
    }),
    review: z.strictObject({ window: z.string(), max_changes: z.int().nullable() }),
    escrow_refund: z.strictObject({ answer: z.string() }),
    cancel: z.strictObject({ answer: z.string() }).nullable(),
    clearing: z.string(),
    feedback: z.strictObject({ window: z.string() }),
    fee: z.strictObject({ freelancer_bps: z.int(), client_bps: z.int() }),
  })
  .meta({ id: 'PolicyOfContract', description: 'The numbers that were frozen with the terms.' });

const contractView = z.strictObject({
  id: z.string(),
  client: z.string(),
  freelancer: z.string(),
  status: z.enum(['offered', 'declined', 'withdrawn', 'expired', 'active', 'ended']),
  sent: instant.optional(),
  accepted: instant.optional(),
  latest: instant,
  outcome: z
    .strictObject({
      by: z.enum(['client', 'freelancer', 'both', 'clock']),
      reason: z.string().nullable(),
      at: instant,
      kind: z.enum(['completed', 'cancelled']),
    })
    .optional(),
  terms,
  policy,
  milestones: z.record(z.string(), milestone),
  money,
  escrow_refund: proposal.optional(),
  cancel: proposal.extend({ to_freelancer: amount }).optional(),
  change: change.optional(),
  counter: proposal
    .extend({ terms: terms.extend({ milestones: z.array(milestoneTerms) }) })
    .optional(),
  clarifications: z.array(
    z.strictObject({
      by: party,
      question: z.string(),
      asked: instant,
      answer: z.string().optional(),
      answered: instant.optional(),
    }),
  ),
  requests,
  charges,
  reopen: proposal.optional(),
  disputes: z.record(z.string(), dispute),
  dispute: dispute.optional().meta({ description: 'The one that is open, if there is just one.' }),
  dormancy: dormancy.optional(),
  links: z.strictObject({ rehire_of: z.string().optional() }),
  feedback,
  next: z.array(silentNext),
});
export const seenContract = contractView.meta({ id: 'ContractState' });

const may = z.union([
  z.literal(true),
  z.strictObject({
    not: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    instead: z.array(z.string()).optional(),
  }),
]);

export const contract = contractView
  .extend({
    next: z.array(next),
    says,
    you: viewer,
    parties,
    can: z
      .record(z.string(), may)
      .meta({ description: 'Each command of this contract: true, or why not and what instead.' }),
  })
  .meta({ id: 'Contract' });

const need = z.strictObject({
  what: z.string().meta({ example: 'review_work' }),
  command: z.string().meta({ example: 'release_payment' }),
  subject: z.string().nullable(),
  next: next.nullable(),
});

export const needs = z.strictObject({
  needs: z.array(
    need.extend({ contract: z.strictObject({ id: z.string(), title: z.string(), you: party }) }),
  ),
});

export const contracts = z.strictObject({
  contracts: z.array(
    z
      .strictObject({
        id: z.string(),
        title: z.string(),
        status: z.string(),
        you: party,
        parties,
        currency: z.string(),
        money,
        latest: instant,
        says,
        needs: z.array(need),
      })
      .meta({ id: 'ContractInList' }),
  ),
  next: z.string().nullable().meta({ description: 'The cursor of the next page.' }),
});

export const events = z.strictObject({
  events: z.array(toldEvent),
  next: z.int().nullable().meta({ description: 'Where the next page begins: its `after`.' }),
});

export const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(viewer),
  time_zone: z.string(),
  city: z.string().nullable(),
});

export const problem = problemShape;
