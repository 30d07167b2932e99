// The smallest shapes of answers: amounts, moments, who somebody is, movements of money.
import { z } from 'zod';

export const amount = z.string().meta({ description: 'A decimal string.', example: '450.00' });
export const instant = z.string().meta({ format: 'date-time', example: '2026-12-04T15:00:00Z' });
export const says = z.string().meta({ description: 'A sentence for people.' });
export const party = z.enum(['client', 'freelancer']);
export const viewer = z.enum(['client', 'freelancer', 'mediator', 'moderator', 'operator']);

export const movement = z
  .strictObject({
    from: z.string().meta({ example: 'contract.escrow' }),
    to: z.string().meta({ example: 'freelancer.pending' }),
    amount,
  })
  .meta({ id: 'Movement' });
