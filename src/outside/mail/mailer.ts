// Sends one mail to one address. It knows nothing of people or contracts, decides nothing, and
// remembers nothing: what is sent when, and how often it is tried, is the outbox's business.

export type Letter = {
  /** Names the mail for ever; sent twice after a crash, it is recognised as the same. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one chooses which mails one gets; null where there is no choice. */
  readonly choose: string | null;
};

/** `sent`: another server has it. `kept`: it went nowhere and can be read here. */
export type Posted = 'sent' | 'kept';

export interface Mailer {
  /** Throws MailRefused when there is no use in trying again, anything else when there is. */
  post(letter: Letter): Promise<Posted>;
  close(): void;
}

/** The address does not exist, or the mail is not taken from us. */
export class MailRefused extends Error {}

/** What goes into a head of a mail: one line, nothing invisible, not too long. */
export function headText(text: string, most = 180): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}
