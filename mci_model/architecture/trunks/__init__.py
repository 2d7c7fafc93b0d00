"""Trunks: each module has `TRUNK`, an `mci_model.architecture.trunk.TrunkKind`, and is found by itself."""
