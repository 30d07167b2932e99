// The disputes and requests of a contract as lists with their names, in the order in which they
// were opened: what sections, choices and buttons of the room are made from.
import type {
  ContractView,
  DisputeView,
  RequestView,
} from '../../../domain/contracts/seen/view.ts';

export type Dispute = DisputeView & { readonly id: string };
export type Request = RequestView & { readonly id: string };

const stages: readonly DisputeView['status'][] = ['open', 'mediation', 'arbitration'];

export function isOpenDispute({ status }: DisputeView): boolean {
  return stages.includes(status);
}

export function disputesOf(view: ContractView): readonly Dispute[] {
  return Object.entries(view.disputes).map(([id, dispute]) => ({ id, ...dispute }));
}

export function openDisputesOf(view: ContractView): readonly Dispute[] {
  return disputesOf(view).filter(isOpenDispute);
}

export function requestsOf(view: ContractView, kind?: RequestView['kind']): readonly Request[] {
  return Object.entries(view.requests)
    .filter(([, request]) => kind === undefined || request.kind === kind)
    .map(([id, request]) => ({ id, ...request }));
}
