//! What the linker has to know.
//!
//! - The tokenizer's binary gets a small stack: nothing in it recurses, and the linker's megabyte would be a
//!   twelfth of its memory.
//! - An app that will be cut up keeps the linker's list of what refers to what.

use std::env;

const STACK_BYTES: u32 = 1 << 17;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bin=tokenizer=-zstack-size={STACK_BYTES}");
        if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
            println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
        }
    }
}
