// Starts a real Chromium for the browser tests: the machine's own when there is one, else the
// one that came with the packages (it unpacks itself below the temporary directory, once).
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = '/usr/bin/chromium';
// These make a browser for lambdas: one process, no web security, a headless mode of its own.
const UNWANTED = /^--(single-process|no-zygote|disable-web-security|headless)/;
const OURS = ['--headless=new', '--disable-background-networking', '--no-first-run'];

export async function launchChromium(): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (existsSync(SYSTEM)) {
    return chromium.launch({ executablePath: SYSTEM, args: [...OURS, ...root] });
  }
  const args = sparticuz.args.filter((arg) => !UNWANTED.test(arg));
  const executablePath = await sparticuz.executablePath();
  const options = { executablePath, ignoreDefaultArgs: ['--headless'] };
  return chromium.launch({ ...options, args: [...args, ...OURS, ...root] });
}
