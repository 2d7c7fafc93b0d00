"""Choosing the words: greedy and beam search over batches, on the decoder's key/value cache. Knows ids, not words."""

from __future__ import annotations

import torch

from mci_model.architecture.caption_decoder import CaptionDecoder, LayerCache
from mci_model.text.vocabulary import END, NULL, START


def greedy(decoder: CaptionDecoder, caches: list[LayerCache], batch: int) -> list[list[int]]:
    """The likeliest word at each step.

    Returns, for each of the `batch` pairs, ids with START and, if it was reached, END: at most `length` + 1 of them.
    Finished rows are carried along and cut afterwards, so a batch costs its longest sentence.
    """
    device = decoder.words.weight.device
    ids = torch.full((batch, 1), START, device=device)
    finished = torch.zeros(batch, dtype=torch.bool, device=device)
    for step in range(decoder.length):
        # A word that is NULL may not be looked at later: the official decoder masks padding keys by their id.
        mask = (ids != NULL)[:, None, None, :]
        scores = decoder(ids[:, -1:], caches, mask, start=step)
        ids = torch.cat([ids, scores[:, -1].argmax(-1, keepdim=True)], dim=1)
        finished |= ids[:, -1] == END
        if bool(finished.all()):
            break
    return [_until_end(row) for row in ids.tolist()]


def beam(decoder: CaptionDecoder, caches: list[LayerCache], batch: int, width: int) -> list[list[int]]:
    """The likeliest sentence that `beam_sentences` finds for each pair."""
    return [sentences[0] for sentences in beam_sentences(decoder, caches, batch, width)]


def beam_sentences(decoder: CaptionDecoder, caches: list[LayerCache], batch: int, width: int) -> list[list[list[int]]]:
    """For each pair, the finished sentences among `width` kept alive, likeliest first.

    Likeliness is the summed log-probability without length normalisation, and a finished sentence leaves its place
    empty, as in the official search. A pair without a finished sentence gives its likeliest unfinished one.
    """
    device = decoder.words.weight.device
    rows = torch.arange(batch, device=device).repeat_interleave(width)
    caches = [cache.select(rows) for cache in caches]
    ids = torch.full((batch * width, 1), START, device=device)
    totals = torch.full((batch, width), -torch.inf, device=device)
    totals[:, 0] = 0.0
    finished: list[list[tuple[float, list[int]]]] = [[] for _ in range(batch)]
    for step in range(decoder.length):
        mask = torch.ones(1, 1, 1, step + 1, dtype=torch.bool, device=device)
        scores = decoder(ids[:, -1:], caches, mask, start=step)[:, -1].log_softmax(-1)
        alive = (totals > -torch.inf).sum(1) if step else torch.full((batch,), width, device=device)
        sums, picks = (totals[:, :, None] + scores.view(batch, width, -1)).flatten(1).topk(width)
        # A pair whose sentences have partly finished searches with as many as are left.
        sums[torch.arange(width, device=device)[None] >= alive[:, None]] = -torch.inf
        source = (torch.arange(batch, device=device)[:, None] * width + picks // scores.shape[-1]).flatten()
        ids = torch.cat([ids[source], (picks % scores.shape[-1]).view(-1, 1)], dim=1)
        caches = [cache.select(source) for cache in caches]
        totals = _retire(ids, sums, finished)
        if bool((totals == -torch.inf).all()):
            break
    left = totals.argmax(1).tolist()
    for row, found in enumerate(finished):
        found.sort(key=lambda scored: -scored[0])
        if not found:
            found.append((0.0, ids[row * width + left[row]].tolist()))
    return [[_until_end(sentence) for _, sentence in found] for found in finished]


def _retire(ids: torch.Tensor, sums: torch.Tensor, finished: list[list[tuple[float, list[int]]]]) -> torch.Tensor:
    """Take finished sentences out of the search into `finished`; the sums of those still alive."""
    width = sums.shape[1]
    ended = (ids[:, -1] == END).view_as(sums) & (sums > -torch.inf)
    for row, slot in ended.nonzero().tolist():
        finished[row].append((float(sums[row, slot]), ids[row * width + slot].tolist()))
    return sums.masked_fill(ended, -torch.inf)


def _until_end(ids: list[int]) -> list[int]:
    return ids[: ids.index(END) + 1] if END in ids else ids
