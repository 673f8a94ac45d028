// The tables, in Markdown. Ratios are against the fastest peer, our own rows left out of "fastest".

const KB = (bytes) => (bytes === undefined ? '—' : `${Math.round(bytes / 1000).toLocaleString('en')} KB`);
const MB = (bytes) => (bytes === undefined ? '—' : `${(bytes / 1e6).toFixed(1)} MB`);
const MS = (ms) => (ms === undefined ? '—' : `${Math.round(ms).toLocaleString('en')} ms`);
const SPEED = (speed) => (speed === undefined ? '—' : speed.toFixed(speed < 10 ? 1 : 0));
const isOurs = (title) => title.startsWith('Keys & Tokens');

export function report(results) {
  const parts = {
    'first-tokens': firstTokens,
    start,
    throughput,
    hard,
    typing,
    paste,
    journey,
  };
  const written = Object.keys(parts).filter((name) => results[name]);
  return [head(results), ...written.map((name) => (results[name].broken ? `## ${name}\n\nThis part broke: ${results[name].broken}` : parts[name](results[name])))].join('\n\n') + '\n';
}

function head({ date, machine, browser, rounds, reference, load = [], cores = 1 }) {
  const runs = rounds === 1 ? 'One run of each' : `Medians of ${rounds} runs where nothing else is said`;
  return [
    '# Benchmark',
    'Made by `cargo xtask bench`; [tests/bench/README.md](../tests/bench/README.md) says what is measured and how.',
    `${date}. ${machine}. ${browser}. Encoding o200k_base. ${runs}.`,
    quietness(reference, load, cores),
    'A ratio in brackets compares with the fastest or smallest peer: below 1 is less time, bytes or memory; for speeds, above 1 is faster.',
  ].join('\n\n');
}

/** How far the figures can be trusted. */
function quietness(reference, load, cores) {
  const [least, most] = [Math.min(...reference), Math.max(...reference)];
  const work = `A fixed piece of work between the parts took ${MS(least)} to ${MS(most)}`;
  // The browser itself keeps both a page and a worker busy.
  const isBusy = most > 1.5 * least || Math.max(0, ...load) > cores + 1;
  const waiting = load.length ? `; up to ${Math.max(...load).toFixed(1)} processes wanted ${cores} cores` : '';
  const verdict = isBusy
    ? '**The machine was busy with other work: only large ratios mean something, and no figure does by itself.**'
    : 'The machine was quiet.';
  return `${work}${waiting}. ${verdict}`;
}

function firstTokens(rows) {
  const column = (profile, text) => rows.filter((row) => row.profile === profile && row.text === text);
  const columns = [column('fast', 'ASCII'), column('fast', 'any text'), column('slow', 'ASCII'), column('slow', 'any text')];
  const titles = [...new Set(rows.map(({ title }) => title))];
  const cell = (column, title, value, format) => {
    const row = column.find((other) => other.title === title);
    if (!row) return '';
    if (row.error) return row.error.includes('Timeout') ? 'over 3 minutes' : row.error.slice(0, 60);
    const mark = row.runs[0].takenFrom ? '*' : '';
    return withRatio(row[value], best(column, value), format) + mark;
  };
  return table(
    'Time to first tokens, a page of its own',
    ['', 'ASCII', 'any text', 'slow, ASCII', 'slow, any text', 'bytes, ASCII', 'bytes, any text'],
    titles.map((title) => [
      title,
      ...columns.map((column) => cell(column, title, 'ms', MS)),
      ...columns.slice(0, 2).map((column) => cell(column, title, 'bytes', KB)),
    ]),
    'Slow: 1.6 Mbit/s, 150 ms, processor 4 times slower. CDP slows no worker\'s processor; "workers refused" is our page ' +
      'with its engine on the slowed main thread instead, so the truth for a slow phone lies between the two rows. ' +
      '* taken from the other text: the page is very slow and loads the same files for both.',
  );
}

function start(rows) {
  const bests = ['ms'].map((value) => best(rows, value));
  const bestMemory = best(rows.map(({ title, memory }) => ({ title, started: memory?.started })), 'started');
  return table(
    'Engine start and memory',
    ['', 'start', 'memory after start', 'and after 1 MB of English'],
    rows.map(({ title, ms, error, memory }) => [
      title,
      error ?? withRatio(ms, bests[0], MS),
      memory?.error ?? withRatio(memory.started, bestMemory, MB),
      MB(memory?.megabyte),
    ]),
    'Start: module bytes and compressed vocabulary in memory to the first result, in a worker. Memory: growth of ' +
      'JavaScript objects and buffers, after garbage collection (CDP `Runtime.getHeapUsage`), and WebAssembly memories.',
  );
}

function throughput({ results, disagreements }) {
  const languages = Object.keys(results[0].languages);
  const rows = (value) =>
    results.map(({ title, languages: of }) => [
      title,
      ...languages.map((language) => {
        const fastest = Math.max(
          ...results.filter((other) => !isOurs(other.title)).map((other) => other.languages[language][value] ?? 0),
        );
        return of[language].error ?? withRatio(of[language][value], fastest, SPEED);
      }),
    ]);
  return [
    table('Speed on 1 MB of fresh text, MB/s', ['', ...languages], rows('speed')),
    table('The fastest run of each, MB/s', ['', ...languages], rows('best')),
    differences(disagreements, 'on these texts'),
  ].join('\n\n');
}

function hard({ results, disagreements, limit }) {
  const cases = Object.keys(results[0].cases);
  const cell = ({ ms, error, timeout, tenth }) => {
    if (tenth) return `a tenth: over ${tenth / 1000} s`;
    if (timeout) return `over ${timeout / 1000} s`;
    return error ? `fails: ${error.slice(0, 40)}` : MS(ms);
  };
  return [
    table(
      'A megabyte that is hard to merge',
      ['', ...results.map(({ title }) => title)],
      cases.map((name) => [`\`${name}\``, ...results.map(({ cases: of }) => cell(of[name]))]),
      `One run each; an engine is ended after ${limit / 1000} s. One that is not done with a tenth of a text in time is not asked for the whole.`,
    ),
    differences(disagreements, 'on these'),
  ].join('\n\n');
}

function differences(list, where) {
  if (list.length === 0) return `All engines that gave a result gave the same tokens ${where}.`;
  const lines = list.map(
    ({ text, title, tokens, usual, agreeing }) =>
      `- ${title}, ${text}: ${tokens.toLocaleString('en')} tokens where ${agreeing} others agree on ${usual.toLocaleString('en')}`,
  );
  return [`**Disagreements** ${where}:`, '', ...lines].join('\n');
}

function typing(rows) {
  return table(
    'Typing into 100 KB, processor 4 times slower',
    ['text', 'box', 'longest task', 'tasks over 50 ms', 'slowest key to frame', 'exact count after the last key'],
    rows.map((row) => [
      row.language,
      row.box,
      task(row),
      row.tasks,
      MS(row.slowestKey),
      row.tokens ? MS(row.countedAfterMs) : '',
    ]),
  );
}

function paste(rows) {
  return table(
    'Pasting English',
    ['text', 'processor', 'box', 'exact count', 'longest task', 'tasks over 50 ms'],
    rows.map((row) => [
      MB(row.bytes),
      row.cpu === 1 ? 'as it is' : `${row.cpu} times slower`,
      row.box,
      row.error ?? counted(row),
      row.error ? '' : task(row),
      row.tasks ?? '',
    ]),
    'Browsers report tasks over 50 ms only. The worker is not slowed.',
  );
}

const counted = ({ tokens, countedMs }) =>
  tokens === undefined ? 'an error message instead' : tokens === 0 ? '' : MS(countedMs);

const task = ({ longestTask }) => (longestTask ? MS(longestTask) : 'none over 50 ms');

function journey(rows) {
  return table(
    'The journey\'s animation, processor 4 times slower',
    ['', 'frames per second', 'script in a frame, median', 'slowest', 'longest frame'],
    rows.map(({ title, framesPerSecond, scriptMs, slowestScriptMs, longestFrameMs }) => [
      title,
      framesPerSecond.toFixed(1),
      `${scriptMs?.toFixed(1)} ms`,
      `${slowestScriptMs?.toFixed(1)} ms`,
      MS(longestFrameMs),
    ]),
  );
}

/** The smallest value among peers. */
function best(rows, value) {
  const values = rows.filter(({ title }) => !isOurs(title)).map((row) => row[value]);
  const known = values.filter(Number.isFinite);
  return known.length ? Math.min(...known) : undefined;
}

function withRatio(value, reference, format) {
  if (value === undefined) return '—';
  return reference ? `${format(value)} (${(value / reference).toFixed(2)})` : format(value);
}

function table(title, columns, rows, note) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const body = [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
  return [`## ${title}`, note, body].filter(Boolean).join('\n\n');
}
