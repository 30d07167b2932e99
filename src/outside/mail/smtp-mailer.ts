// Mail by SMTP, with nodemailer. Encrypted wherever the server is not this very machine: a server
// that offers no TLS gets nothing, because links for new passwords are among the mails. Nothing
// in a mail is fetched from a file or an address.
import { createTransport } from 'nodemailer';
import { headText, type Letter, type Mailer, MailRefused, type Posted } from './mailer.ts';

export type SmtpOptions = {
  /** smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465 */
  readonly url: string;
  /** "Endwell <mail@endwell.example>", or the address alone. */
  readonly from: string;
};

/** A server that says nothing for so long is not there. */
const patienceMs = 20_000;

export class SmtpMailer implements Mailer {
  readonly #from: string;
  readonly #domain: string;
  readonly #transport: ReturnType<typeof transportTo>;

  constructor({ url, from }: SmtpOptions) {
    this.#from = headText(from);
    this.#domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
    this.#transport = transportTo(new URL(url));
  }

  async post({ id, to, subject, text, html, choose }: Letter): Promise<Posted> {
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to: { name: '', address: to },
        subject: headText(subject),
        text,
        html,
        messageId: `<${id}@${this.#domain}>`,
        // Nobody's holiday note shall answer, and no list may send it on.
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...(choose === null ? {} : { 'List-Unsubscribe': `<${choose}>` }),
        },
      });
      return 'sent';
    } catch (error) {
      throw isForGood(error) ? new MailRefused((error as Error).message) : error;
    }
  }

  close(): void {
    this.#transport.close();
  }
}

function transportTo(url: URL) {
  const secure = url.protocol === 'smtps:';
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  return createTransport({
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    ...(user === '' ? {} : { auth: { user, pass } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What the server says to the address or the mail itself with 5xx will not change by itself. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode = 0, code = '' } = error as { responseCode?: number; code?: string };
  return responseCode >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(code);
}
