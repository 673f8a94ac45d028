// `cargo xtask test --only browser` starts the servers and names them here:
// BASE_URL the site at /, SUB_URL the site below a path, HOST_URL pages that embed the widgets,
// FAULT_URL the site with vocabularies that break off; CHROMIUM_PATH is the browser.
import { defineConfig } from '@playwright/test';

for (const name of ['BASE_URL', 'SUB_URL', 'HOST_URL', 'FAULT_URL', 'CHROMIUM_PATH']) {
  if (!process.env[name]) {
    throw new Error(`${name} is not set: run the tests by \`cargo xtask test --only browser\``);
  }
}

export default defineConfig({
  testDir: './specs',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // What is judged is whether something happens, not how fast: machines that run tests are often busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: process.env.BASE_URL,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'chromium', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      // What depends on no screen runs once.
      grepInvert: /@once/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
});
