// The shapes of what the API answers about money: wallets and statements. A test reads real
// answers with them, strictly.
import { z } from 'zod';
import { amount, instant, party } from './schema-parts.ts';

const transfer = {
  id: z.string(),
  amount,
  method: z.string(),
  status: z.enum(['waiting', 'confirmed', 'failed', 'timed_out']),
  requested: instant,
};

export const wallet = z
  .strictObject({
    currency: z.string(),
    balances: z.strictObject({
      client: z.strictObject({
        available: amount,
        leaving: amount,
        charged: amount,
        owed: amount,
        withdrawn: amount,
      }),
      freelancer: z.strictObject({
        pending: amount,
        available: amount,
        leaving: amount,
        held: amount,
        withdrawn: amount,
      }),
    }),
    methods: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['card', 'bank']),
        label: z.string(),
        verified: z.boolean(),
      }),
    ),
    deposits: z.array(z.strictObject(transfer)),
    payouts: z.array(z.strictObject({ ...transfer, from: party })),
  })
  .meta({ id: 'Wallet' });

export const wallets = z.strictObject({ wallets: z.array(wallet) });

const sums = z.strictObject({ pending: amount, available: amount, balance: amount });
const named = z.strictObject({ id: z.string(), title: z.string() });

export const statement = z
  .strictObject({
    currency: z.string(),
    party,
    month: z.string().nullable(),
    from: instant.nullable(),
    until: instant.nullable(),
    opening: sums,
    lines: z.array(
      z.strictObject({
        stream: z.string(),
        seq: z.int(),
        at: instant,
        type: z.string(),
        contract: named.optional(),
        milestone: named.optional(),
        amount,
        pending: amount,
        available: amount,
        gross: amount.optional(),
        fee: amount.optional(),
        lasting: z
          .strictObject({
            rule: z.enum(['final', 'refund', 'held', 'disputed', 'confirming']),
            until: instant.optional(),
            clears: instant.optional(),
          })
          .optional()
          .meta({ description: 'Final, or reversible until when and by which rule.' }),
        balance: amount,
      }),
    ),
    closing: sums,
  })
  .meta({ id: 'Statement', description: 'Opening and lines are the closing.' });
