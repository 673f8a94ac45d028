// The engines of the benchmark. `ours` is read from the built site; `crate` engines are compiled
// from crates/; `files` are what a page fetches beside its script.

export const OURS = 'ours';

export const ENGINES = [
  { id: OURS, title: 'Keys & Tokens', kind: 'ours' },
  { id: 'gpt-tokenizer', title: 'gpt-tokenizer 4.0.0', kind: 'npm', files: {} },
  { id: 'ai-tokenizer', title: 'ai-tokenizer 1.0.6', kind: 'npm', files: {} },
  { id: 'js-tiktoken', title: 'js-tiktoken 1.0.21', kind: 'npm', files: {} },
  {
    id: 'tiktoken',
    title: 'tiktoken 1.0.22 (WASM)',
    kind: 'npm',
    files: { wasm: 'node_modules/tiktoken/lite/tiktoken_bg.wasm' },
  },
  { id: 'tiktoken-rs', title: 'tiktoken-rs 0.12.1 (WASM)', kind: 'crate' },
  { id: 'bpe-openai', title: 'bpe-openai 0.3.2 (WASM)', kind: 'crate' },
];
