"""Word decoding: greedy and beam search over batches, on the decoder's key/value cache. Knows ids only."""

from __future__ import annotations

import torch

from mci_model.architecture.caption_decoder import CaptionDecoder, LayerCache
from mci_model.text.vocabulary import END, NULL, START


def greedy(decoder: CaptionDecoder, caches: list[LayerCache], batch: int) -> list[list[int]]:
    """The likeliest word at each step.

    Returns, for each of the `batch` pairs, ids with START and, if it was reached, END: at most `length` + 1 of them.
    Finished rows stay in the batch and are cut afterwards, so a batch costs its longest sentence.
    """
    device = decoder.words.weight.device
    ids = torch.full((batch, 1), START, device=device)
    finished = torch.zeros(batch, dtype=torch.bool, device=device)
    for step in range(decoder.length):
        # A NULL word is masked from later steps: the official decoder masks padding keys by their id.
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
    """For each pair, the finished sentences of a beam of `width`, likeliest first.

    Sentences are ranked by summed log-probability without length normalisation, and a finished sentence narrows the
    beam, as in the official search. A pair without a finished sentence gives its likeliest unfinished one.
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
        active = (totals > -torch.inf).sum(1) if step else torch.full((batch,), width, device=device)
        sums, picks = (totals[:, :, None] + scores.view(batch, width, -1)).flatten(1).topk(width)
        # The beam of a pair is narrowed by its finished sentences.
        sums[torch.arange(width, device=device)[None] >= active[:, None]] = -torch.inf
        source = (torch.arange(batch, device=device)[:, None] * width + picks // scores.shape[-1]).flatten()
        ids = torch.cat([ids[source], (picks % scores.shape[-1]).view(-1, 1)], dim=1)
        caches = [cache.select(source) for cache in caches]
        totals = _collect_finished(ids, sums, finished)
        if bool((totals == -torch.inf).all()):
            break
    best = totals.argmax(1).tolist()
    for row, candidates in enumerate(finished):
        candidates.sort(key=lambda scored: -scored[0])
        if not candidates:
            candidates.append((0.0, ids[row * width + best[row]].tolist()))
    return [[_until_end(sentence) for _, sentence in candidates] for candidates in finished]


def _collect_finished(
    ids: torch.Tensor, sums: torch.Tensor, finished: list[list[tuple[float, list[int]]]]
) -> torch.Tensor:
    """Move finished sentences from the beam to `finished`; return the sums of the others."""
    width = sums.shape[1]
    ended = (ids[:, -1] == END).view_as(sums) & (sums > -torch.inf)
    for row, slot in ended.nonzero().tolist():
        finished[row].append((float(sums[row, slot]), ids[row * width + slot].tolist()))
    return sums.masked_fill(ended, -torch.inf)


def _until_end(ids: list[int]) -> list[int]:
    return ids[: ids.index(END) + 1] if END in ids else ids
