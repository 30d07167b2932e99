// The shapes of the commands on a wallet.
import { amount, fieldsOf, label, name, oneOf, token } from './fields.ts';

export const walletShapes = {
  deposit: fieldsOf({ amount, method: name.optional() }),
  withdraw: fieldsOf({ amount, method: name, as: oneOf(['client', 'freelancer']).optional() }),
  add_payment_method: fieldsOf({
    id: name.optional(),
    kind: oneOf(['card', 'bank']),
    label,
    token,
  }),
  verify_payment_method: fieldsOf({ method: name }),
};
