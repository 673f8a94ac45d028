//! One file for what several exhibits share.
//!
//! `wasm_split_cli_support` makes a chunk for each set of exhibits that share something: dozens, most of them smaller
//! than the request for them.
//!
//! 1. binaryen merges the chunks. Each imports the app's memory, table and globals for itself, and the result would
//!    have as many memories; so a module that imports each once and hands it on, the [`hub`], takes the app's place
//!    for them.
//! 2. Where the loaders fetched chunks, they fetch the one file ([`one_loader`]).
//!
//! Invariant: what an exhibit needs is in its own file, the shared one, or the app, and nothing is in two of them:
//! data that came again would replace what the app has changed since.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{Parser, Payload, TypeRef};
use xshell::Shell;

use crate::toolbox::Binaryen;

/// How `wasm_split_cli_support` calls a chunk in its file's name.
pub(super) const CHUNK: &str = "chunk_";

/// What chunks call the app.
const APP: &str = "__wasm_split";

/// What the hub calls the app, for which it stands in.
const APP_OF_HUB: &str = "app";

/// Merges chunks into one file in `folder`.
pub(super) fn merge(binaryen: &Binaryen, shell: &Shell, chunks: &[PathBuf], folder: &Path) -> Result<PathBuf> {
    let (hub_file, shared) = (folder.join("hub.wat"), folder.join("shared.wasm"));
    fs::write(&hub_file, hub(chunks)?).with_context(|| format!("cannot write {}", hub_file.display()))?;
    let named = |(index, chunk): (usize, &PathBuf)| (chunk.clone(), format!("{CHUNK}{index}"));
    let mut modules = vec![(hub_file, APP.to_owned())];
    modules.extend(chunks.iter().enumerate().map(named));
    binaryen.merge(shell, &modules, &shared)?;
    Ok(shared)
}

/// A module as text that imports all that chunks import, and exports it.
fn hub(chunks: &[PathBuf]) -> Result<String> {
    let mut imports = BTreeMap::new();
    for chunk in chunks {
        let module = fs::read(chunk).with_context(|| format!("cannot read {}", chunk.display()))?;
        for payload in Parser::new(0).parse_all(&module) {
            let Payload::ImportSection(section) = payload? else { continue };
            for import in section.into_imports() {
                let import = import?;
                ensure!(import.module == APP, "a chunk imports from {}", import.module);
                let (kind, of_type) = as_text(import.ty)?;
                let known = imports.entry(import.name.to_owned()).or_insert((kind, of_type.clone()));
                ensure!(*known == (kind, of_type), "chunks do not agree on {}", import.name);
            }
        }
    }
    let line = |(name, (kind, of_type)): (&String, &(&str, String))| {
        format!(
            "(import \"{APP_OF_HUB}\" \"{name}\" ({kind} ${name} {of_type}))\n(export \"{name}\" ({kind} ${name}))\n"
        )
    };
    Ok(format!("(module\n{})\n", imports.iter().map(line).collect::<String>()))
}

/// What is imported, as WebAssembly's text names it: its kind and its type.
fn as_text(imported: TypeRef) -> Result<(&'static str, String)> {
    Ok(match imported {
        TypeRef::Memory(memory) => ("memory", memory.initial.to_string()),
        TypeRef::Table(table) => ("table", format!("{} {}", table.initial, table.element_type)),
        TypeRef::Global(global) if global.mutable => ("global", format!("(mut {})", global.content_type)),
        TypeRef::Global(global) => ("global", global.content_type.to_string()),
        // Chunks call each other, and the app, through the table.
        other => bail!("a chunk imports {other:?}"),
    })
}

/// The loaders with the shared file in place of all chunks. It comes with the first exhibit that needs any of them.
pub(super) fn one_loader(loaders: &str) -> Result<String> {
    let mut kept = Vec::new();
    let mut lines = loaders.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("const __chunk_") {
            // The definition of a chunk's loader ends with what else has to be fetched: nothing. The first gives its
            // place to the shared one's.
            ensure!(lines.any(|line| line == ", []);"), "a loader has no end");
            if !kept.iter().any(|line| line == SHARED_LOADER) {
                kept.push(SHARED_LOADER.to_owned());
            }
        } else if let Some((start, _)) = line.split_once("[__chunk_") {
            ensure!(line.ends_with("]));"), "a loader names chunks in another way: {line}");
            kept.push(format!("{start}[__shared]));"));
        } else {
            kept.push(line.to_owned());
        }
    }
    let loaders = kept.join("\n");
    ensure!(loaders.contains("[__shared]"), "no loader names a chunk");
    ensure!(!loaders.contains("__chunk_"), "a loader names chunks in another way");
    Ok(loaders)
}

/// As `wasm_split_cli_support` writes the loader of a chunk.
const SHARED_LOADER: &str = "\
const __shared = makeLoad(() => {
    const src = fetch(new URL(\"./shared.wasm\", import.meta.url));
    src.catch(() => {});
    return async ({ __wasm_split: app }) => WebAssembly.instantiateStreaming(src, { app });
}
, []);";

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports something of the app's; `ty` is the import's kind and type in binary.
    fn chunk(name: &str, ty: &[u8]) -> Vec<u8> {
        let length = |text: &str| u8::try_from(text.len()).expect("short");
        let import = [&[length(APP)], APP.as_bytes(), &[length(name)], name.as_bytes(), ty].concat();
        let section = [&[2, u8::try_from(import.len() + 1).expect("short"), 1], &*import].concat();
        [b"\0asm\x01\0\0\0", &*section].concat()
    }

    fn hub_of(chunks: &[Vec<u8>]) -> Result<String> {
        let folder = tempfile::tempdir()?;
        let write = |(index, bytes): (usize, &Vec<u8>)| {
            let file = folder.path().join(index.to_string());
            fs::write(&file, bytes).map(|()| file)
        };
        hub(&chunks.iter().enumerate().map(write).collect::<Result<Vec<_>, _>>()?)
    }

    #[test]
    fn the_hub_hands_on_what_chunks_import() {
        let memory = chunk("memory", &[2, 0, 17]);
        let global = chunk("stack", &[3, 0x7f, 1]);
        let expected = "(module\n\
            (import \"app\" \"memory\" (memory $memory 17))\n(export \"memory\" (memory $memory))\n\
            (import \"app\" \"stack\" (global $stack (mut i32)))\n(export \"stack\" (global $stack))\n)\n";
        assert_eq!(hub_of(&[memory.clone(), global, memory]).expect("a hub"), expected);
    }

    #[test]
    fn chunks_that_do_not_agree_are_refused() {
        assert!(hub_of(&[chunk("memory", &[2, 0, 17]), chunk("memory", &[2, 0, 18])]).is_err());
        assert!(hub_of(&[b"not WebAssembly".to_vec()]).is_err());
    }

    #[test]
    fn one_loader_stands_for_all_chunks() {
        let chunk = |name: &str| format!("const __chunk_{name} = makeLoad(() => {{\n    fetch({name});\n}}\n, []);");
        let exhibit = "export const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {\n}\n";
        let loaders = format!("start\n{}\n{}\n{exhibit}, [__chunk_1, __chunk_2]));\n", chunk("1"), chunk("2"));
        let expected = format!("start\n{SHARED_LOADER}\n{exhibit}, [__shared]));");
        assert_eq!(one_loader(&loaders).expect("loaders"), expected);
        assert!(one_loader(&format!("{}\n{exhibit}, [other]));", chunk("1"))).is_err());
        assert!(one_loader(&format!("{exhibit}, [__chunk_1], more);")).is_err());
    }
}
