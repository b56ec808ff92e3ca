adjustment --^ adjustment
