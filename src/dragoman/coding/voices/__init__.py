"""On whose word: who says, asks, wants, thinks or shows what, in quotation marks or not."""
