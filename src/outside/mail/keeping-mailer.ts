// The stand-in of evaluation mode: mail goes nowhere and stays in the outbox, where the mailbox
// page shows everybody their own. A link for a new password is told in the terminal, because
// whoever has forgotten theirs cannot read a page.
import { headText, type Letter, type Mailer, type Posted } from './mailer.ts';

export class KeepingMailer implements Mailer {
  readonly #tell: (line: string) => void;

  constructor(tell: (line: string) => void = () => undefined) {
    this.#tell = tell;
  }

  async post({ to, subject, text }: Letter): Promise<Posted> {
    const link = /https?:\/\/\S+\/new-password\S+/.exec(text)?.[0];
    if (link !== undefined) this.#tell(`Mail for ${to}: ${headText(subject)}: ${link}`);
    return 'kept';
  }

  close(): void {}
}
