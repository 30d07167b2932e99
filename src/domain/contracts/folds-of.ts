// What a table of folds looks like: for every type of event how it changes the state. Folds judge
// nothing, compute no fee, and keep whatever they are not about.
import type { Instant } from '../calendar.ts';
import type { Contract } from './contract.ts';

export type FoldsOf<E extends { readonly type: string }> = {
  readonly [T in E['type']]: (c: Contract, event: Extract<E, { type: T }>, at: Instant) => Contract;
};
