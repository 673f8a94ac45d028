//! Cuts a binary up where `#[wasm_split]` marked it: into the binary itself and chunks, which it fetches when
//! they are needed and which share its memory.
//!
//! 1. `wasm_split_cli_support` moves what only a marked function calls into a chunk of that function's name, and
//!    what several of them call into further chunks. It writes the JavaScript that fetches them.
//! 2. Where there is binaryen, what several of them call becomes one chunk ([`shared`]).
//! 3. wasm-bindgen connects the rest. It has to leave the exports that the chunks import.
//! 4. The JavaScript of both becomes one module: each of the two would import the other, and then neither could
//!    be named after its content.
//!
//! The staged chunks are named `<binary>-<chunk>.wasm`; `src/site/dist.rs` gives them their names after their
//! content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};
use xshell::Shell;

use super::{binaries, shared};
use crate::toolbox::Binaryen;

/// What the binary imports its loaders from, until both are one module.
const LOADERS: &str = "./loaders.js";

/// Where the loaders import [`SHARE`] from, likewise.
const GLUE: &str = "./glue.js";

/// What the loaders ask for the exports of the binary that runs.
const SHARE: &str = "initSync";

/// Writes `<name>.js`, `<name>_bg.wasm` and the chunks into `stage`; gives back the chunks.
pub(super) fn bindgen_and_split(
    compiled: &Path,
    name: &str,
    stage: &Path,
    merge: Option<(&Binaryen, &Shell)>,
) -> Result<Vec<PathBuf>> {
    let input = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let main = folder.path().join(format!("{name}.wasm"));
    let mut options = Options::new(&input);
    options.output_dir = folder.path();
    options.main_out_path = &main;
    options.link_name = LOADERS;
    options.main_module = GLUE;
    let split = transform(options).map_err(|error| anyhow!("{name} cannot be cut up: {error:#}"))?;
    let mut loaders = read(&folder.path().join(LOADERS))?;
    let mut cut = split.split_modules;
    if let Some((binaryen, shell)) = merge {
        let (shared, own) = cut.into_iter().partition(|file| file_name(file).starts_with(shared::CHUNK));
        cut = own;
        cut.push(shared::merge(binaryen, shell, &shared, folder.path())?);
        loaders = shared::one_loader(&loaders)?;
    }
    binaries::connect(Bindgen::new().keep_lld_exports(true), &main, name, stage)?;

    let glue_file = stage.join(format!("{name}.js"));
    let mut glue = one_module(&read(&glue_file)?, &loaders)?;
    let mut chunks = Vec::new();
    for chunk in cut {
        let file = file_name(&chunk);
        let staged = format!("{name}-{}", file.trim_start_matches("split_"));
        glue = glue.replace(&format!("\"./{file}\""), &format!("\"./{staged}\""));
        let path = stage.join(staged);
        fs::copy(&chunk, &path).with_context(|| format!("cannot write {}", path.display()))?;
        chunks.push(path);
    }
    fs::write(&glue_file, glue).with_context(|| format!("cannot write {}", glue_file.display()))?;
    Ok(chunks)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Glue and loaders in one: an object stands where the glue imported the loaders, once for each of them.
fn one_module(glue: &str, loaders: &str) -> Result<String> {
    let is_import = |line: &&str| line.starts_with("import * as ") && line.contains(LOADERS);
    let (imports, glue): (Vec<_>, Vec<_>) = glue.lines().partition(is_import);
    let aliases: Vec<_> = imports.iter().filter_map(|import| import.split_whitespace().nth(3)).collect();
    ensure!(!aliases.is_empty(), "the glue does not import the loaders");
    let shares = format!("import {{ {SHARE} }} from \"{GLUE}\";");
    ensure!(loaders.contains(&shares), "the loaders do not begin with `{shares}`");
    let names: Vec<_> =
        loaders.lines().filter_map(|line| line.strip_prefix("export const ")?.split_whitespace().next()).collect();
    ensure!(!names.is_empty(), "there are no loaders");
    let loaders = loaders.replace(&shares, "").replace("export const ", "const ");
    let glue = glue.join("\n");
    let stand_ins: String = aliases.iter().map(|alias| format!("const {alias} = loaders;\n")).collect();
    Ok(format!("{glue}\n{loaders}\nconst loaders = {{ {} }};\n{stand_ins}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::one_module;

    #[test]
    fn glue_and_loaders_become_one_module() {
        let glue = [
            "import { a } from './a.js';",
            "import * as import1 from \"./loaders.js\"",
            "import * as import2 from \"./loaders.js\"",
            "use(import1, import2);",
        ];
        let loaders = "import { initSync } from \"./glue.js\";\nexport const load_a = 1;\nexport const load_b = 2;";
        let expected = [
            "import { a } from './a.js';",
            "use(import1, import2);",
            "",
            "const load_a = 1;",
            "const load_b = 2;",
            "const loaders = { load_a, load_b };",
            "const import1 = loaders;",
            "const import2 = loaders;",
            "",
        ];
        assert_eq!(one_module(&glue.join("\n"), loaders).expect("both fit"), expected.join("\n"));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert!(one_module("no import", "import { initSync } from \"./glue.js\";\nexport const a = 1;").is_err());
        assert!(one_module("import * as import1 from \"./loaders.js\"", "export const a = 1;").is_err());
    }
}
