"""`recruitrisk train`: train a model from a seed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from recruitrisk.cli.arguments import Commands, check_jobs
from recruitrisk.errors import UsageError

__all__ = ["add", "run"]

_LEAST = 50


def add(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add_parser("train", help="train a model from a seed")
    command.add_argument(
        "-o", "--output", default="models/default", metavar="FOLDER", help="default models/default"
    )
    command.add_argument("--n", type=int, metavar="N", help="approaches of the world")
    command.add_argument("--seed", type=int, metavar="S")
    command.add_argument(
        "--jobs", type=int, default=2, metavar="J", help="processes; the result does not depend on it"
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it; gives the exit code."""
    import logging
    from dataclasses import replace

    from recruitrisk.model import load_model, save_model
    from recruitrisk.model.training import Settings, train
    from recruitrisk.places import check_folder
    from recruitrisk.review.card import write_card
    from recruitrisk.review.reviewed import review

    check_folder(args.output)
    check_jobs(args.jobs)
    if (
        args.n is not None and args.n < _LEAST
    ):  # the folds would lack a class, which would show after minutes only
        raise UsageError(f"--n {args.n}; a model is trained on {_LEAST} approaches or more")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    settings = Settings()
    if args.n is not None:
        settings = replace(settings, n=args.n)
    if args.seed is not None:
        settings = replace(settings, seed=args.seed)
    model, _ = train(settings, n_jobs=args.jobs, name=Path(args.output).name)
    folder = save_model(model, args.output)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    print(f"wrote {folder}: arrays.npz SHA-256 {manifest['files']['arrays.npz']['sha256']}")
    trained = load_model(folder)
    for path in write_card(trained, review(trained, probes=True).as_dict(), folder):
        print(f"wrote {path}")
    return 0
