// The one free text of a command, as a field: what it is called, what belongs in it, and who will
// read it. Nobody has to guess who sees what they write.

export type TextWords = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly rows?: number;
};

/** Who reads what is written in a dispute. */
export function readByDispute(other: string): string {
  return `${other} reads it, and the mediator who takes the case.`;
}

/** Undefined for a command without one, or with fields of its own. */
export function textOf(command: string, other: string): TextWords | undefined {
  return aboutWork(command, other) ?? aboutMoney(command, other) ?? aboutDisputes(command, other);
}

function aboutWork(command: string, other: string): TextWords | undefined {
  const seen = `${other} reads it.`;
  switch (command) {
    case 'submit_work':
      return { name: 'note', label: 'What you deliver', hint: `Optional. ${seen}` };
    case 'request_changes':
      return { name: 'note', label: 'What has to change', hint: seen };
    case 'ask_clarification':
      return { name: 'question', label: 'Your question', hint: seen };
    case 'answer_clarification':
      return { name: 'answer', label: 'Your answer', hint: seen };
    case 'decline_offer':
      return { name: 'reason', label: 'Why you decline', hint: `Optional. ${seen}` };
    case 'send_message':
      return {
        name: 'text',
        label: 'Your message',
        hint: `${seen} It stays with the contract, and a mediator who takes a case about it reads it too.`,
      };
    default:
      return undefined;
  }
}

function aboutMoney(command: string, other: string): TextWords | undefined {
  switch (command) {
    case 'propose_reopen':
      return {
        name: 'note',
        label: 'Why it should go on',
        hint: `Optional. ${other} reads it.`,
        rows: 3,
      };
    case 'respond_to_feedback':
      return {
        name: 'comment',
        label: 'Your answer',
        hint: `It stands under the feedback of ${other}, for whoever can read that. Once, and for good.`,
      };
    case 'report_feedback':
      return {
        name: 'reason',
        label: 'What is wrong with it',
        hint: `A moderator reads it. ${other} does not.`,
      };
    default:
      return undefined;
  }
}

function aboutDisputes(command: string, other: string): TextWords | undefined {
  switch (command) {
    case 'dispute_milestone':
    case 'request_mediation':
      return {
        name: 'statement',
        label: 'What happened, and what you ask for',
        hint: `${readByDispute(other)} Dates, what was agreed, what was delivered.`,
        rows: 8,
      };
    case 'submit_evidence':
      return {
        name: 'note',
        label: 'What it shows',
        hint: `${readByDispute(other)} It is kept with its time and a hash of each file, and cannot be taken back.`,
      };
    default:
      return undefined;
  }
}
