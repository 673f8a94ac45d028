// gpt-tokenizer. Special tokens are read as the text they are, as everywhere here.
import { encode } from 'gpt-tokenizer/encoding/o200k_base';

const asText = { disallowedSpecial: new Set() };

export const open = async () => ({ encode: (text) => encode(text, asText) });
