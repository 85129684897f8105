"""Runs every PyTorch snippet that the chapters show, on the fixtures of its stage."""

import sys
import unittest

sys.dont_write_bytecode = True

import torch  # noqa: E402
from fixtures import case, first, linear, norm, snippet, snippets  # noqa: E402


class Snippets(unittest.TestCase):
    def close(self, actual, expected, tolerance=1e-6):
        self.assertEqual(actual.shape, expected.shape)
        difference = (actual - expected).abs().max().item()
        self.assertLessEqual(difference, tolerance * max(1.0, expected.abs().max().item()))

    def test_every_snippet_is_run_here(self):
        checked = {name.removeprefix("test_").replace("__", "/").replace("_", "-") for name in dir(self) if name.startswith("test_")}
        self.assertEqual(set(snippets()) - checked, set())

    def test_stages__patch_embedding(self):
        i, p, expected, config = case("patch-embedding", "linear")
        module = snippet("stages/patch-embedding").PatchEmbedding(config["patchSize"], 3, 5)
        with torch.no_grad():
            module.projection.weight.copy_(p["weight"].reshape(2, 2, 3, 5).permute(3, 2, 0, 1))
            module.projection.bias.copy_(p["bias"])
        self.close(module(first(i["images"])), expected["output"])

    def test_stages__patchify(self):
        module = snippet("stages/patchify")
        i, _, expected, config = case("patchify", "patchify")
        self.close(module.patchify(first(i["x"]), config["patchSize"]), expected["output"])
        i, _, expected, config = case("patchify", "unpatchify")
        self.close(module.unpatchify(i["x"], config["patchSize"], 3).permute(0, 2, 3, 1), expected["output"])

    def test_stages__class_token(self):
        i, p, expected, _ = case("class-token", "class")
        module = snippet("stages/class-token").ClassToken(5)
        module.token.data = p["classToken"]
        self.close(module(i["x"]), expected["output"])

    def test_stages__position_embedding(self):
        module = snippet("stages/position-embedding")
        i, p, expected, _ = case("position-embedding", "learned")
        learned = module.LearnedPositions(5, 8)
        learned.table.data = p["table"]
        self.close(learned(i["x"]), expected["output"])
        looked_up = module.LookedUpPositions(5, 8)
        looked_up.table.weight.data = p["table"][0]
        self.close(looked_up(i["x"]), expected["output"])
        tables = {
            "sinusoidal": module.sinusoids(5, 8), "timingSignal": module.timing_signal(5, 8),
            "sinusoidal2d": torch.cat([torch.zeros(1, 8), module.sinusoids_2d(2, 8, 1)]),
            "sinusoidal2dMae": torch.cat([torch.zeros(1, 8), module.sinusoids_2d(2, 8, 2)]),
        }
        for kind, table in tables.items():
            self.close(table, case("position-embedding", kind)[2]["table"][0])

    def test_stages__position_interpolation(self):
        module = snippet("stages/position-interpolation")
        options = {"bilinear": {"mode": "bilinear"}, "bicubic": {"mode": "bicubic"}, "bicubicAntialiased": {"mode": "bicubic", "antialias": True}}
        for method, how in options.items():
            for variant in ("3 to 5", "5 to 3"):
                _, p, expected, config = case("position-interpolation", f"{method} {variant}")
                self.close(module.interpolate_positions(p["table"], config["to"], **how), expected["output"])

    def test_stages__layer_norm(self):
        module = snippet("stages/layer-norm")
        i, p, expected, _ = case("layer-norm", "token")
        layer = module.token_norm(7)
        layer.load_state_dict(p)
        self.close(layer(i["x"]), expected["output"])
        self.close(module.layer_norm(i["x"], p["weight"], p["bias"]), expected["output"])
        i, p, expected, _ = case("layer-norm", "image, over [C, H, W]")
        layer = module.image_norm(2, 3, 3)
        layer.load_state_dict({name: t.permute(2, 0, 1) for name, t in p.items()})
        self.close(layer(first(i["x"])).permute(0, 2, 3, 1), expected["output"])

    def test_stages__rms_norm(self):
        i, p, expected, _ = case("rms-norm", "token")
        layer = snippet("stages/rms-norm").RmsNorm(7)
        layer.load_state_dict(p)
        self.close(layer(i["x"]), expected["output"])

    def test_stages__batch_norm(self):
        module = snippet("stages/batch-norm")
        for variant in ("training", "evaluation"):
            for kind, layer in (("tokens", module.TokenBatchNorm(5)), ("images", module.image_batch_norm(3))):
                i, p, expected, _ = case("batch-norm", f"{kind}, {variant}")
                inner = layer.norm if kind == "tokens" else layer
                inner.load_state_dict({**p, "running_mean": i["runningMean"], "running_var": i["runningVariance"]}, strict=False)
                layer.train(variant == "training")
                output = layer(i["x"]) if kind == "tokens" else layer(first(i["x"])).permute(0, 2, 3, 1)
                self.close(output, expected["output"])
                self.close(inner.running_var, expected["state.variance"])

    def test_stages__group_norm(self):
        module = snippet("stages/group-norm")
        i, p, expected, _ = case("group-norm", "tokens, 3 groups")
        layer = module.TokenGroupNorm(3, 6)
        layer.norm.load_state_dict(p)
        self.close(layer(i["x"]), expected["output"])
        i, p, expected, _ = case("group-norm", "images, 2 groups")
        layer = module.image_group_norm(2, 4)
        layer.load_state_dict(p)
        self.close(layer(first(i["x"])).permute(0, 2, 3, 1), expected["output"])

    def test_stages__scaled_dot_product(self):
        module = snippet("stages/scaled-dot-product")
        i, _, expected, _ = case("scaled-dot-product", "odd sizes")
        self.close(module.scaled_dot_product(i["queries"], i["keys"], i["values"]), expected["output"])
        i, _, expected, _ = case("attention", "masked")
        heads = module.scaled_dot_product(expected["queries"], expected["keys"], expected["values"], i["mask"])
        self.close(heads.transpose(1, 2).flatten(2), expected["heads"])

    def test_stages__attention(self):
        module = snippet("stages/attention")
        for variant, bias in (("fused qkv", True), ("without qkv bias", False)):
            i, p, expected, _ = case("attention", variant)
            layer = module.Attention(6, 2, qkv_bias=bias).eval()
            linear(layer.qkv, p, "qkv")
            linear(layer.projection, p, "projection")
            self.close(layer(i["x"]), expected["output"])
        with self.assertRaisesRegex(ValueError, "6 is not divisible by 4"):
            module.Attention(6, 4)
        i, p, expected, _ = case("attention", "fused qkv")
        ready_made = module.ReadyMade(6, 2).eval()
        with torch.no_grad():
            ready_made.attention.in_proj_weight.copy_(p["qkv.weight"].T)
            ready_made.attention.in_proj_bias.copy_(p["qkv.bias"])
        linear(ready_made.attention.out_proj, p, "projection")
        output, weights = ready_made(i["x"])
        self.close(output, expected["output"])
        self.close(weights, expected["weights"].mean(1))

    def test_mask_fill_is_no_method_and_masked_fill_leaves_its_tensor_alone(self):
        scores = torch.zeros(2, 2)
        self.assertFalse(hasattr(scores, "mask_fill"))
        scores.masked_fill(torch.eye(2, dtype=torch.bool), float("-inf"))
        self.assertEqual(scores.abs().max().item(), 0)

    def test_stages__mlp(self):
        i, p, expected, _ = case("mlp", "gelu")
        layer = snippet("stages/mlp").Mlp(5, 10).eval()
        linear(layer.expand, p, "expand")
        linear(layer.contract, p, "contract")
        self.close(layer(i["x"]), expected["output"])

    def dropped(self, function, variant):
        i, _, expected, config = case("dropout", f"{variant}, training")
        draws = torch.tensor(config["draws"])
        self.close(function(i["x"], config["rate"], True, lambda shape: draws.reshape(shape)), expected["output"])
        self.assertIs(function(i["x"], 0.5, False), i["x"])

    def test_stages__dropout(self):
        self.dropped(snippet("stages/dropout").dropout, "dropout")

    def test_stages__drop_path(self):
        module = snippet("stages/drop-path")
        self.dropped(module.drop_path, "drop path")
        self.assertEqual([round(r, 9) for r in module.rates(0.2, 3)], [0, 0.1, 0.2])

    def test_stages__encoder_block(self):
        module = snippet("stages/encoder-block")
        i, p, expected, _ = case("encoder-block", "pre-norm")
        block = module.EncoderBlock(4, 2, 6)
        for name in ("norm1", "norm2"):
            norm(getattr(block, name), p, name)
        attention = {
            "in_proj_weight": p["attention.qkv.weight"].T, "in_proj_bias": p["attention.qkv.bias"],
            "out_proj.weight": p["attention.projection.weight"].T, "out_proj.bias": p["attention.projection.bias"],
        }
        block.attention.load_state_dict(attention)
        linear(block.mlp[0], p, "mlp.expand")
        linear(block.mlp[2], p, "mlp.contract")
        self.close(block(i["x"]), expected["output"])
        think = module.wrapped(4, 6).eval()  # Eq. 3 alone
        norm(think.branch[0], p, "norm2")
        linear(think.branch[1], p, "mlp.expand")
        linear(think.branch[4], p, "mlp.contract")
        self.close(think(expected["attended"]), expected["output"])
        ready = module.ready_made(4, 2, 6).eval()
        ready.self_attn.load_state_dict(attention)
        linear(ready.linear1, p, "mlp.expand")
        linear(ready.linear2, p, "mlp.contract")
        norm(ready.norm1, p, "norm1")
        norm(ready.norm2, p, "norm2")
        self.close(ready(i["x"]), expected["output"])

    def test_stages__head(self):
        module = snippet("stages/head")
        for pool, variant in (("token", "class token"), ("mean", "mean of the patches"), ("all", "mean of all tokens")):
            i, p, expected, _ = case("head", variant)
            head = module.Head(5, 3, pool)
            norm(head.norm, p, "norm")
            linear(head.classifier, p, "head.classifier")
            self.close(head(i["x"]), expected["output"])

    def test_training__loss(self):
        module = snippet("training/loss")
        for variant in ("cross-entropy", "label smoothing"):
            i, _, expected, config = case("loss", variant)
            loss = module.cross_entropy(i["logits"], torch.tensor(config["labels"]), config["labelSmoothing"])
            self.close(loss, expected["loss"])
        for variant, function, options in (
            ("hard distillation", module.hard_distillation, {}), ("soft distillation", module.soft_distillation, {"T": 3.0}),
        ):
            i, _, expected, config = case("loss", variant)
            logits = [i[name] for name in ("classLogits", "distillationLogits", "teacherLogits")]
            loss = function(*logits, torch.tensor(config["labels"]), alpha=config["alpha"], **options)
            self.close(loss, expected["loss"])

    def vit(self):
        i, p, expected, config = case("vit", "torchvision", "test/fixtures")
        P, C, D = config["patchSize"], config["inChannels"], config["embedDim"]
        model = snippet("model/vit").ViT(config["imageSize"], P, C, config["numClasses"], D, config["depth"], config["numHeads"], 2)
        with torch.no_grad():
            model.patches.weight.copy_(p["patchEmbedding.weight"].reshape(P, P, C, D).permute(3, 2, 0, 1))
            model.patches.bias.copy_(p["patchEmbedding.bias"])
            model.class_token.copy_(p["classToken"])
            model.positions.copy_(p["positions"])
        for l, block in enumerate(model.blocks):
            name = f"blocks.{l}"
            with torch.no_grad():
                block.self_attn.in_proj_weight.copy_(p[f"{name}.attention.qkv.weight"].T)
                block.self_attn.in_proj_bias.copy_(p[f"{name}.attention.qkv.bias"])
            linear(block.self_attn.out_proj, p, f"{name}.attention.projection")
            linear(block.linear1, p, f"{name}.mlp.expand")
            linear(block.linear2, p, f"{name}.mlp.contract")
            norm(block.norm1, p, f"{name}.norm1")
            norm(block.norm2, p, f"{name}.norm2")
        norm(model.norm, p, "norm")
        linear(model.head, p, "head.classifier")
        return model, first(i["images"]), expected, torch.tensor(config["labels"])

    def test_model__vit(self):
        model, images, expected, _ = self.vit()
        self.close(model.train()(images), expected["logits"])
        self.close(model.eval()(images), expected["logits"])

    def test_training__step(self):
        module = snippet("training/step")
        model, images, expected, labels = self.vit()
        optimiser = module.optimiser_of(model)
        losses = [module.training_step(model, optimiser, images, labels) for _ in range(5)]
        self.assertAlmostEqual(losses[0], expected["loss"].item(), places=6)
        self.assertLess(losses[-1], losses[0])
        self.assertEqual(sum(len(group["params"]) for group in optimiser.param_groups), len(list(model.parameters())))


if __name__ == "__main__":
    unittest.main(verbosity=2)
