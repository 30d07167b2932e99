// The shapes of what stands beside the plan of a contract, for the OpenAPI document: requests for
// money, charges, disputes with all their stages, and long silence.
import { z } from 'zod';
import { amount, instant, party } from './schema-parts.ts';

export const requests = z.record(
  z.string(),
  z.strictObject({
    kind: z.enum(['payment', 'refund']),
    status: z.enum(['open', 'approved', 'declined', 'withdrawn']),
    by: party,
    at: instant,
    amount,
    settled: amount.meta({ description: 'Of it paid or given back so far.' }),
    note: z.string().optional(),
  }),
);

export const charges = z.array(
  z.strictObject({
    id: z.string(),
    milestone: z.string().optional(),
    bonus: z.enum(['bonus', 'expense']).optional(),
    dispute: z.string().optional(),
    payer: party,
    amount,
    client_fee: amount,
    status: z.enum(['waiting', 'confirmed', 'failed', 'timed_out']),
    requested: instant,
  }),
);

const file = z.strictObject({
  file: z.string(),
  name: z.string().optional(),
  sha256: z.string(),
  bytes: z.int(),
  media_type: z.string(),
});

const evidence = z.strictObject({
  by: party,
  at: instant,
  note: z.string().optional(),
  files: z.array(file),
});

export const dispute = z
  .strictObject({
    about: z.enum(['escrow', 'paid']),
    status: z.enum(['open', 'mediation', 'arbitration', 'settled', 'decided', 'withdrawn']),
    opened_by: party,
    opened: instant,
    amount,
    milestones: z.array(z.string()),
    answer_by: instant.optional(),
    stage_ends: instant.optional(),
    statement: z.string().optional(),
    answer: z.string().optional(),
    evidence: z.array(evidence).optional(),
    offers: z.strictObject({ client: amount.optional(), freelancer: amount.optional() }),
    mediator: z.string().optional(),
    arbiter: z.string().optional(),
    recommendation: z
      .strictObject({
        to_freelancer: amount,
        to_client: amount,
        note: z.string().optional(),
        at: instant,
        accepted: z.array(party),
      })
      .optional(),
    arbitration: z
      .strictObject({
        cost: amount,
        paid: z.array(party),
        opt_in_until: instant.optional(),
        ruling_until: instant.optional(),
      })
      .optional(),
    outcome: z
      .strictObject({ how: z.string(), to_freelancer: amount, to_client: amount, at: instant })
      .optional(),
  })
  .meta({ id: 'Dispute' });

export const dormancy = z.strictObject({
  since: instant,
  who: party,
  until: instant,
  may_request_release: z.boolean(),
});
