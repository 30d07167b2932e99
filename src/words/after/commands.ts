// The phrases and hints of what is done beside the work: messages, long silence, opening a contract
// again, and feedback once it is given. The other part of commands.ts.

export const afterWords = {
  send_message: {
    phrase: 'send a message',
    hint: 'Kept with its time beside the contract. It moves nothing.',
  },
  keep_open: {
    phrase: 'keep the contract open',
    hint: 'The contract is dormant no more. Silence is counted anew.',
  },
  request_release: {
    phrase: 'ask for the release of what is held',
    hint: 'If the client stays silent after that, all of it is paid.',
  },
  propose_reopen: {
    phrase: 'propose to open the contract again',
    hint: 'Happens only when the other side agrees.',
  },
  accept_reopen: {
    phrase: 'agree to open the contract again',
    hint: 'It is active again. Sealed feedback is discarded; what went back stays there.',
  },
  decline_reopen: {
    phrase: 'decline to open the contract again',
    hint: 'The contract stays ended.',
  },
  withdraw_reopen: {
    phrase: 'take the proposal to reopen back',
    hint: 'The contract stays ended.',
  },
  rehire: {
    phrase: 'hire again with the same terms',
    hint: 'A new offer, linked to this contract. Nothing happens to this one.',
  },
  respond_to_feedback: {
    phrase: 'respond to the feedback',
    hint: 'Once, where everybody reads it.',
  },
  allow_feedback_change: {
    phrase: 'allow a change of feedback',
    hint: 'Once a contract. Feedback that was missed can be given then, too.',
  },
  change_feedback: {
    phrase: 'change the feedback',
    hint: 'Visible at once, in place of what was there.',
  },
  report_feedback: {
    phrase: 'report the feedback',
    hint: 'A moderator looks at it. Nothing happens to it by that.',
  },
  flag_feedback: {
    phrase: 'flag the feedback',
    hint: 'It does not count any more. The reason is public.',
  },
} as const;
