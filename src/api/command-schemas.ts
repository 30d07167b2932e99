// The shapes of what a command answers: its preview with the promise, and what it did.
import { z } from 'zod';
import { instant, movement } from './schema-parts.ts';
import { event, money, seenContract, silentNext, toldEvent } from './schemas.ts';
import { scoreRange } from './score-routes.ts';

const promise = {
  promise: z.string().meta({ description: 'Send it with the command: then it happens so.' }),
  until: instant,
  at: instant,
};

export const contractPreview = z
  .strictObject({
    contract: z.string().nullable(),
    ...promise,
    events: z.array(event),
    postings: z.array(movement),
    money: money.nullable(),
    next: z.array(silentNext),
    before: seenContract.nullable(),
    after: seenContract.nullable(),
    /** Of an end: what feedback about the contract could do to one's own score. */
    score: scoreRange.optional(),
  })
  .meta({ id: 'ContractPreview' });

export const walletPreview = z
  .strictObject({ ...promise, events: z.array(event), postings: z.array(movement) })
  .meta({ id: 'WalletPreview' });

export const contractDone = z
  .strictObject({ contract: z.string(), events: z.array(toldEvent) })
  .meta({
    id: 'ContractDone',
    description: 'What the command did. The same key: the same answer.',
  });

export const walletDone = z
  .strictObject({ wallet: z.string(), events: z.array(event) })
  .meta({ id: 'WalletDone' });
