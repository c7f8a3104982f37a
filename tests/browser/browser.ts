import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian installs Chromium. Nothing is downloaded: tests use the browser the machine has. */
const executablePath = '/usr/bin/chromium';

/** Whether this machine has the browser. In CI it must: .ci/run installs it. */
export const hasBrowser = existsSync(executablePath) || process.env.CI === 'true';

/** Starts a browser that asks for nothing of its own accord. Throws where there is none. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
