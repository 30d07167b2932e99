// The shape in which advice leaves the core: amounts and moments as texts, each road with its
// effects in the terms that forecasts and previews speak. Only types: advice-seen.ts fills them.
import type { CommandName } from '../contracts/commands.ts';
import type { Contract } from '../contracts/contract.ts';
import type { ContractEventType } from '../contracts/events.ts';
import type { MoneyView, MovementView, NextView } from '../contracts/seen/view.ts';
import type { Party } from '../people.ts';
import type { RejectionCode } from '../rejections.ts';
import type { RoadName } from './roads.ts';
import type { Situation } from './situations.ts';
import type { Undoing } from './undoing.ts';

/** What happens to a contract: at once, or if the other side agrees or stays silent. */
export type EffectView = {
  readonly at: string;
  readonly events: readonly ContractEventType[];
  readonly postings: readonly MovementView[];
  readonly status: Contract['status'];
  readonly money: MoneyView;
};

export type ProtectionView = {
  /** What stays held for the contract, and what of it is in dispute. */
  readonly held: string;
  readonly in_dispute: string;
  /** What leaves the contract, or comes beside it, for good. */
  readonly final: string;
};

/** `same`: the number does not change; `range`: what an end, and feedback after it, could make. */
export type ScoreView =
  | { readonly is: 'same'; readonly now: number | null }
  | { readonly is: 'moved'; readonly now: number | null; readonly after: number | null }
  | {
      readonly is: 'range';
      readonly when: 'now' | 'agreed' | 'silent';
      readonly now: number | null;
      readonly no_feedback: number | null;
      readonly best: number | null;
      readonly worst: number | null;
    };

export type UndoingView = {
  readonly how: Undoing['how'];
  readonly command?: CommandName;
  readonly until?: string;
};

export type RoadView = {
  readonly road: RoadName;
  readonly command: CommandName;
  /** The amount, share or date that the example goes by; whoever goes the road chooses. */
  readonly example?: ExampleView;
  readonly milestone?: string;
  readonly now: EffectView;
  readonly agreed?: EffectView & {
    readonly by: Party;
    readonly command: CommandName;
    readonly until?: string;
  };
  readonly silent?: EffectView & { readonly deadline: NextView };
  /** What silence does to money after it, where that is other than before. */
  readonly later?: NextView;
  readonly protection: ProtectionView;
  readonly begins: readonly NextView[];
  readonly ends: readonly NextView[];
  readonly closes?: { readonly at: string; readonly because?: NextView['what'] };
  readonly undoing: UndoingView;
  readonly score: ScoreView;
};

export type ExampleView = {
  readonly amount?: string;
  readonly to_freelancer?: string;
  readonly due?: string;
};

export type NotNowView = {
  readonly command: CommandName;
  readonly code: RejectionCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly closest: readonly string[];
  readonly opens?: string;
};

export type SituationView = Omit<Situation, 'amount' | 'at'> & {
  readonly amount?: string;
  readonly at?: string;
};

/** Advice as faces have it. */
export type AdviceView = {
  readonly at: string;
  readonly situations: readonly [SituationView, ...SituationView[]];
  /** In order; the first three matter most here. */
  readonly roads: readonly RoadView[];
  readonly notNow: readonly NotNowView[];
  /** What happens if nobody acts. */
  readonly silence: readonly NextView[];
};
