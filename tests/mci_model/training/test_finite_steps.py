"""A step that is not finite changes nothing, is counted and named, and what made gradients infinite is mended."""

import csv
from dataclasses import replace

import pytest
import torch
from safetensors.torch import load_file
from torch.nn import functional

from mci_model.errors import TrainingError
from mci_model.text.vocabulary import NULL
from mci_model.training.finite_steps import faulty_gradients, faulty_losses
from mci_model.training.losses import Losses, all_losses
from tests.factories.trainings import new_trainer

PARTS = ("mask", "caption", "gate", "direction")
INFINITE, NAN = float("inf"), float("nan")


@pytest.fixture
def trainer(recipe, tiny_settings, tiny_vocabulary, tmp_path):
    made = new_trainer(replace(recipe, frozen_stages=0), tiny_settings, tiny_vocabulary, tmp_path)
    made._update(made.source.batch(0))
    made.step = 1
    return made


def everything(trainer):
    """Copies of all that a step may change."""
    states = {"network": trainer.network.state_dict(), "average": trainer.average.state_dict()}
    moments = trainer.optimiser.state_dict()["state"]
    states["optimiser"] = {f"{row}.{name}": value for row, one in moments.items() for name, value in one.items()}
    return {f"{part}.{name}": value.clone() for part, state in states.items() for name, value in state.items()}


def same(one, other):
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def spoil_losses(trainer, part, value):
    losses = trainer.losses

    def spoilt(batch):
        given = losses(batch)
        worse = getattr(given, part) * value
        return replace(given, **{part: worse, "total": given.total + worse})

    trainer.losses = spoilt


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("value", [NAN, INFINITE])
def test_a_loss_that_is_not_finite_changes_nothing_and_is_named(trainer, part, value):
    before = everything(trainer)
    spoil_losses(trainer, part, value)
    trainer._update(trainer.source.batch(1))
    assert same(before, everything(trainer))
    assert any("running_mean" in name for name in before), "the statistics of norms are among what is compared"
    assert trainer._fault == f"the loss of {part}"
    assert trainer.left_out == 1


@pytest.mark.parametrize("value", [NAN, INFINITE, 1e30])
def test_gradients_that_are_not_finite_change_nothing_and_their_parameter_is_named(trainer, value):
    before = everything(trainer)
    handle = trainer.network.caption_decoder.scores.bias.register_hook(lambda slope: torch.full_like(slope, value))
    trainer._update(trainer.source.batch(1))
    assert same(before, everything(trainer))
    assert trainer._fault == "the gradient of caption_decoder.scores.bias"
    assert all(one.grad is None for one in trainer.network.parameters())
    handle.remove()
    trainer._update(trainer.source.batch(1))
    assert not same(before, everything(trainer))
    assert (trainer.left_out, trainer._in_a_row) == (1, 0)


def test_many_gradients_are_counted_and_few_named(trainer):
    for parameter in trainer.network.parameters():
        parameter.grad = torch.full_like(parameter, NAN)
    count = len(list(trainer.network.parameters()))
    assert faulty_gradients(trainer.network).endswith(f" and {count - 3} more")


def test_a_total_that_hides_a_part_does_not_hide_its_fault():
    one, nan = torch.tensor(1.0), torch.tensor(NAN)
    assert faulty_losses(Losses(one, one, nan, nan, one)) == "the loss of gate and direction"
    assert faulty_losses(Losses(one, one, one, one, one)) == ""
    assert faulty_losses(Losses(one, one, one, one, nan)) == "the sum of the losses"


@pytest.mark.model
def test_ten_steps_in_a_row_end_the_training_with_the_batch_kept(trainer, tmp_path):
    trainer.recipe = replace(trainer.recipe, steps=40)
    before = everything(trainer)
    spoil_losses(trainer, "direction", NAN)
    with pytest.raises(TrainingError, match=r"10 steps in a row.* step 10 the loss of direction was not"):
        trainer.run()
    kept = load_file(tmp_path / "batch_of_step_10.safetensors")
    assert {name: tensor.tolist() for name, tensor in trainer.source.batch(10).tensors().items()} == {
        name: tensor.tolist() for name, tensor in kept.items()
    }
    trainer.resume()
    assert same(before, everything(trainer)), "the checkpoint holds what was before"
    assert (trainer.step, trainer.left_out) == (11, 10)


@pytest.mark.model
def test_faults_with_good_steps_between_are_logged_and_do_not_end_it(trainer, tmp_path):
    trainer.recipe = replace(trainer.recipe, steps=40)
    losses, calls = trainer.losses, iter(range(40))

    def mostly_spoilt(batch):
        given = losses(batch)
        return given if next(calls) % 10 == 9 else replace(given, total=given.total * NAN)

    trainer.losses = mostly_spoilt
    trainer.run()
    with (tmp_path / "log.csv").open(encoding="utf-8") as file:
        assert [row["left_out"] for row in csv.DictReader(file)] == ["18", "36"]
    assert all(tensor.isfinite().all() for tensor in everything(trainer).values())


def adverse(batch, kind):
    """A batch of a kind that may divide by zero somewhere."""
    if kind == "identical dates":
        return replace(batch, after=batch.before)
    if kind == "constant images":
        return replace(batch, before=torch.full_like(batch.before, 90), after=torch.full_like(batch.after, 90))
    if kind == "black and white":
        return replace(batch, before=torch.zeros_like(batch.before), after=torch.full_like(batch.after, 255))
    if kind == "no captions":
        return replace(batch, captions=torch.full_like(batch.captions, NULL))
    if kind == "nothing labelled":
        unknown = {name: torch.full_like(getattr(batch, name), -1) for name in ("appeared", "changed")}
        return replace(
            batch, label=torch.zeros_like(batch.label), has_roads=torch.zeros_like(batch.has_roads), **unknown
        )
    return replace(batch, label=torch.full_like(batch.label, 2))


KINDS = (
    "identical dates",
    "constant images",
    "black and white",
    "no captions",
    "nothing labelled",
    "buildings everywhere",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bfloat16", [False, True])
def test_adverse_batches_have_finite_losses_and_gradients(trainer, kind, bfloat16):
    trainer.bfloat16 = bfloat16
    with torch.autograd.set_detect_anomaly(True, check_nan=True):
        losses = trainer.losses(adverse(trainer.source.batch(1), kind).to(trainer.device))
        losses.total.backward()
    assert faulty_losses(losses) == ""
    given = [one.grad for one in trainer.network.parameters() if one.grad is not None]
    assert len(given) > 100
    assert all(gradient.isfinite().all() for gradient in given)


def test_training_attends_without_the_kernel_whose_gradients_overflow(trainer, monkeypatch):
    attend, allowed = functional.scaled_dot_product_attention, []

    def watched(*given, **options):
        kernels = torch.backends.cuda
        allowed.append((kernels.cudnn_sdp_enabled(), kernels.mem_efficient_sdp_enabled(), kernels.math_sdp_enabled()))
        return attend(*given, **options)

    monkeypatch.setattr(functional, "scaled_dot_product_attention", watched)
    in_trunk = []
    trainer.network.trunk.register_forward_pre_hook(lambda *_: in_trunk.append(torch.backends.cuda.cudnn_sdp_enabled()))
    trainer._update(trainer.source.batch(1))
    assert in_trunk == [False], "the trunk of the full network attends, too"
    assert len(allowed) >= 6, "necks and decoder"
    assert set(allowed) == {(False, False, True)}
    assert torch.backends.cuda.cudnn_sdp_enabled(), "elsewhere it stays allowed"


def test_balancing_a_loss_next_to_zero_has_no_infinite_gradient(trainer):
    trainer.recipe = replace(trainer.recipe, balanced=True)
    batch = trainer.source.batch(1).to(trainer.device)
    interpretation = trainer.network.interpret(trainer.network.trunk(torch.cat([batch.before, batch.after]) / 255))
    # So sure of itself that the loss is below the smallest normal number.
    sure = torch.full((2,), 100.0, requires_grad=True)
    known = replace(batch, changed=torch.ones(2, dtype=torch.long))
    scores = torch.zeros(2, known.captions.shape[1] - 1, 12, requires_grad=True)
    losses = all_losses(replace(interpretation, gate_logits=sure), scores, known, trainer.recipe)
    losses.total.backward()
    values = {part: float(getattr(losses, part).detach()) for part in (*PARTS, "total")}
    assert 0 < values["gate"] < 1e-40
    assert sure.grad.isfinite().all()
    assert float(sure.grad.abs().max()) < 1e-30
    assert values["total"] == pytest.approx(sum(values[part] > 1e-6 for part in PARTS))
