//! The programs that build the site, installed when they are missing.
//!
//! 1. [`wasm_target`]: the compiler's WebAssembly target, through rustup.
//! 2. [`WasmOpt`]: makes WebAssembly smaller; comes with Node and is left out where Node is missing.
//!
//! wasm-bindgen needs no installation: its library is compiled into these commands.
//! [`cargo_tool`] brings Trunk and wasm-bindgen's own program for the check of the site that Trunk builds.
//! Each tool has a folder of its own that appears only when it is complete ([`install`]).

pub(crate) mod cargo_tool;
pub(crate) mod install;
mod wasm_opt;
pub(crate) mod wasm_target;

pub(crate) use wasm_opt::WasmOpt;
